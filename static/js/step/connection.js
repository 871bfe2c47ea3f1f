/* Shows in words how the page is connected, and a band while it is not. */

const BACK_FOR = 10000 // milliseconds

export function showConnection(root) {
  const word = root.querySelector(".connection")
  let wasOffline = false
  root.addEventListener("live:state", ({ detail: { state } }) => {
    if (word) word.dataset.connection = state
    show(root, "offline", state === "offline")
    show(root, "shut", state === "shut")
    if (state === "live" && wasOffline) flash(root, "back")
    if (state === "live" || state === "offline") wasOffline = state === "offline"
  })
}

export function show(root, name, on) {
  root.querySelectorAll(`[data-band="${name}"]`).forEach((band) => (band.hidden = !on))
}

export function flash(root, name) {
  show(root, name, true)
  setTimeout(() => show(root, name, false), BACK_FOR)
}
