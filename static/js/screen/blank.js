/* A screen that is blanked gives its step away, and gets it again when it is shown. */
export function keepBlank(root, fetches) {
  const isBlank = () => root.querySelector("[data-key=cover]").hasAttribute("data-on")
  let was = isBlank()

  root.addEventListener("live:changes", () => {
    if (isBlank() === was) return
    was = isBlank()
    fetches.want({ key: "step", fetch: "step/" })
  })
}
