/* While someone writes, a phone shows a head of one line, so that box and button stay above the
   keyboard. Nothing moves between pressing a button and letting it go, or the press would miss. */

const CALM = 300 // milliseconds after focus has left

export function makeRoom(root) {
  const inBox = () => Boolean(document.activeElement?.closest("#write"))
  const settle = () => setTimeout(() => {
    if (inBox() || !root.hasAttribute("data-local-writing")) return
    root.removeAttribute("data-local-writing")
    keepInSight(document.activeElement)
  }, CALM)
  root.addEventListener("focusin", ({ target }) => {
    if (target.matches("#write textarea")) root.toggleAttribute("data-local-writing", true)
  })
  root.addEventListener("focusout", ({ target }) => target.closest("#write") && settle())
}

/* The head grows again and pushes down what is below it: what has focus stays on view. */
function keepInSight(focus) {
  if (focus && focus !== document.body) focus.scrollIntoView({ block: "nearest" })
}
