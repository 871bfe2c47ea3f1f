/* In the grid a column shows two notes, or as many as its board says; the others and those that wait are behind one button. */

import { showWaiting } from "./arrivals.js"

export function followFolds(root, { announcer }) {
  const show = () => {
    root.querySelectorAll(".column").forEach((column) => fold(column, announcer))
    const all = root.querySelector("[data-show-all]")
    if (!all) return
    const count = root.querySelectorAll("[data-local-waiting]").length
    all.hidden = !count
    all.textContent = count ? announcer.sentence("show-new", { count }) : ""
  }
  root.addEventListener("board:arrivals", show)
  root.addEventListener("board:view", show)
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-more]")
    if (!button) return
    const column = button.closest(".column")
    column.dataset.localOpen = ""
    showWaiting(column)
    show()
    column.querySelector(".column__name")?.focus({ preventScroll: true })
  })
  show()
}

function fold(column, announcer) {
  const { localView: view, foldsAt } = column.closest("[data-local-view]")?.dataset ?? {}
  const notes = [...column.querySelectorAll("[data-into] > [data-key]:not(.cluster)")].filter(isForReading)
  notes.forEach((note, place) => {
    const away = view === "grid" && !("localOpen" in column.dataset) && place >= Number(foldsAt) && !note.contains(document.activeElement)
    note.toggleAttribute("data-local-folded", away)
  })
  const behind = notes.filter((note) => note.matches("[data-local-folded], [data-local-waiting]"))
  const news = behind.filter((note) => note.matches("[data-local-new]")).length
  const button = column.querySelector("[data-more]")
  if (!button) return // this column shows all it has
  button.hidden = !behind.length
  if (behind.length) button.textContent = announcer.sentence(news ? "show-new" : "more", { count: news || behind.length })
}

/* A note of one's own stands in one's own list; its twin among all notes is not shown. */
function isForReading(note) {
  return !(note.hasAttribute("data-mine") && note.closest('[data-mode="write"]:not([data-seal="open"])'))
}
