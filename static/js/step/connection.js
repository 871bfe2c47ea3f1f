/* Shows in words how the page is connected, and a band while it is not. */

const BACK_FOR = 10000 // milliseconds

export function showConnection(root) {
  const word = root.querySelector(".connection")
  let wasOffline = false
  root.addEventListener("live:state", ({ detail: { state, way, status } }) => {
    if (word) Object.assign(word.dataset, { connection: state, way })
    show(root, "offline", state === "offline")
    show(root, "shut", state === "shut" && status !== 401) // a lost cookie has a band of its own
    const isBack = state === "live" || state === "polling"
    if (isBack && wasOffline) flash(root, "back")
    if (isBack || state === "offline") wasOffline = state === "offline"
  })
}

export function show(root, name, on) {
  root.querySelectorAll(`[data-band="${name}"]`).forEach((band) => (band.hidden = !on))
}

export function flash(root, name) {
  show(root, name, true)
  setTimeout(() => show(root, name, false), BACK_FOR)
}
