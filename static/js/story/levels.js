/* On a tablet one level shows at a time: that of the round, or the one chosen here. */

export function chooseLevel(root) {
  let chosen = ""
  let round = ""

  const show = () => {
    const desk = root.querySelector(".story-desk")
    if (!desk) return
    if (desk.dataset.round !== round) chosen = ""
    round = desk.dataset.round
    const level = chosen || (round === "national" ? "national" : "local")
    desk.dataset.localLevel = level
    desk.querySelectorAll("[data-level-is]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.levelIs === level))
    })
  }

  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-level-is]")
    if (!button) return
    chosen = button.dataset.levelIs
    show()
  })
  root.addEventListener("live:changes", show)
  show()
}
