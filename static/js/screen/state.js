/* Keeps the last state on view while the connection is away, and says since when. */
export function showState(root, clock) {
  const notice = root.querySelector("[data-offline]")
  const time = root.querySelector("[data-last-update]")
  const foot = root.querySelector("[data-tally]")
  const wall = root.querySelector("[data-wall-clock]")

  root.addEventListener("live:changes", note)
  root.addEventListener("live:state", ({ detail }) => {
    if (["live", "polling"].includes(detail.state)) note()
    notice.hidden = !["offline", "shut"].includes(detail.state)
    if (detail.state === "shut") location.reload()
  })
  root.addEventListener("live:reload", () => location.reload())
  setInterval(() => write(wall, clockTime(clock)), 1000)
  note()

  function note() {
    write(time, clockTime(clock))
    write(foot, root.querySelector(".tally__words strong")?.textContent ?? "")
  }
}

function clockTime(clock) {
  const now = new Date(clock.now())
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":")
}

function write(place, words) {
  if (place && place.textContent !== words) place.textContent = words
}
