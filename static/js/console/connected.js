/* Shows in words whether the console is connected, and loads it again when the workshop was restored. */
export function showConnection(root) {
  const word = root.querySelector("[data-connection]")
  const band = root.querySelector("[data-offline]")
  root.addEventListener("live:state", ({ detail }) => {
    const state = detail.state === "shut" ? "offline" : detail.state
    if (word) Object.assign(word.dataset, { connection: state, way: detail.way })
    if (band) band.hidden = state !== "offline"
    if (detail.state === "shut") location.reload()
  })
  root.addEventListener("live:reload", () => location.reload())
}
