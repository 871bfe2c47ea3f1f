/* In the grid a column shows two notes; the others and those that wait are behind one button. */

import { showWaiting } from "./arrivals.js"

const SHOWN = 2

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
  const isGrid = column.closest("[data-local-view]")?.dataset.localView === "grid"
  const notes = [...column.querySelectorAll("[data-into] > [data-key]:not(.cluster)")].filter(isForReading)
  notes.forEach((note, place) => {
    const away = isGrid && !("localOpen" in column.dataset) && place >= SHOWN && !note.contains(document.activeElement)
    note.toggleAttribute("data-local-folded", away)
  })
  const behind = notes.filter((note) => note.matches("[data-local-folded], [data-local-waiting]"))
  const news = behind.filter((note) => note.matches("[data-local-new]")).length
  const button = column.querySelector("[data-more]")
  button.hidden = !behind.length
  if (behind.length) button.textContent = announcer.sentence(news ? "show-new" : "more", { count: news || behind.length })
}

/* A note of one's own stands in one's own list; its twin among all notes is not shown. */
function isForReading(note) {
  return !(note.hasAttribute("data-mine") && note.closest('[data-mode="write"]:not([data-seal="open"])'))
}
