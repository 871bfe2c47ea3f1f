/* Grid or outline on a wide page, one column at a time on a narrow one. The choice is remembered.
   Whoever votes or sorts
   (data-whole) has all columns before them, on every page; where the room goes through them (data-one) it is always one. */

const NARROW = matchMedia("(max-width: 48em)")
const KEY = "view"

export function chooseView(root) {
  const show = () => {
    const desk = root.querySelector("[data-board]")
    if (!desk) return
    const view = NARROW.matches || desk.dataset.mode === "agree" || "one" in desk.dataset ? "one" : remembered()
    desk.dataset.localView = desk.dataset.mode === "vote" || "whole" in desk.dataset ? "whole" : view
    root.querySelectorAll("[data-view-is]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.viewIs === view))
    })
  }
  const choose = (view) => {
    remember(view)
    show()
    root.dispatchEvent(new CustomEvent("board:view", { bubbles: true }))
  }
  NARROW.addEventListener("change", () => choose(remembered()))
  root.addEventListener("live:changes", show)
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-view-is]")
    if (button) choose(button.dataset.viewIs)
  })
  show()
}

function remembered() {
  try {
    return localStorage.getItem(KEY) === "outline" ? "outline" : "grid"
  } catch {
    return "grid"
  }
}

function remember(view) {
  try {
    localStorage.setItem(KEY, view)
  } catch {
    // A browser that keeps nothing shows the grid again next time.
  }
}
