/* Chooses which columns of the board show side by side: as many as fit, the one chosen last on the left or right
   of those chosen before. Without this script all of them show. */

const LEAST = 256 // pixels of one column

export function chooseColumns(root) {
  let chosen = []

  root.addEventListener("click", (event) => {
    const pick = event.target.closest("[data-pick]")
    if (!pick) return
    event.preventDefault()
    choose(pick.dataset.pick)
    root.querySelector(`[data-column="${pick.dataset.pick}"]`)?.focus({ preventScroll: true })
  })
  root.addEventListener("live:changes", show)
  addEventListener("resize", show)
  show()

  function choose(key) {
    chosen = [...chosen.filter((one) => one !== key), key]
    show()
  }

  function show() {
    const desk = root.querySelector("[data-desk]")
    if (!desk) return
    const columns = [...desk.querySelectorAll("[data-column]")]
    const keys = columns.map((column) => column.dataset.column)
    const room = Math.max(1, Math.min(3, Math.floor(desk.clientWidth / LEAST)))
    chosen = chosen.filter((key) => keys.includes(key))
    const here = columns.find((column) => "roomIsHere" in column.dataset)?.dataset.column
    const wanted = [...keys.slice(0, room).reverse(), ...(here ? [here] : []), ...chosen]
    const shown = new Set([...new Set(wanted.reverse())].slice(0, room))
    desk.toggleAttribute("data-local-choosing", true)
    columns.forEach((column) => set(column, shown.has(column.dataset.column)))
    desk.querySelectorAll("[data-pick]").forEach((pick) => {
      set(pick, shown.has(pick.dataset.pick))
      pick.setAttribute("aria-current", shown.has(pick.dataset.pick))
    })
  }
}

function set(element, on) {
  if (element.hasAttribute("data-local-chosen") !== on) element.toggleAttribute("data-local-chosen", on)
}
