/* "Show gaps first": the rows without an agreed proxy come first, at a press and not while someone reads. */

const NEEDS = ["none", "gap", "waits"]

export function showGapsFirst(root) {
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-gaps-first]")
    if (!button) return
    const first = button.getAttribute("aria-pressed") !== "true"
    button.setAttribute("aria-pressed", String(first))
    button.closest("section").querySelectorAll("[data-rows]").forEach((rows) => sort(rows, first))
  })
}

function sort(rows, first) {
  const rank = (row) => {
    const state = row.querySelector("[data-gap]")?.dataset.gap
    return first && NEEDS.includes(state) ? NEEDS.indexOf(state) : NEEDS.length
  }
  const place = (row) => Number(row.dataset.place)
  const sorted = [...rows.children].sort((one, other) => rank(one) - rank(other) || place(one) - place(other))
  rows.append(...sorted)
}
