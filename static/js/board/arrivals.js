/* Others' notes arrive without moving what is being read: they wait behind "Show 3 new notes" while
   the reader is busy in that column, and are said in batches. */

const ON_VIEW = 3000 // milliseconds until a column counts as seen

export function followArrivals(root, { announcer }) {
  const known = new Set([...root.querySelectorAll('[data-key^="note-"]')].map((note) => note.dataset.key))

  root.addEventListener("live:changes", ({ detail }) => {
    detail.applied.filter(({ isGone }) => isGone).forEach(({ key }) => known.delete(key))
    detail.applied.filter((one) => isSomeoneElses(one) && !known.has(one.key)).forEach(({ element }) => arrive(element))
    root.querySelectorAll('[data-key^="note-"]').forEach((note) => known.add(note.dataset.key))
    root.dispatchEvent(new CustomEvent("board:arrivals", { bubbles: true }))
  })

  function arrive(note) {
    const column = note.closest(".column")
    if (!column) return
    if (!column.closest('[data-seal="closed"]')) announcer.others("new-notes", { column: column.dataset.label })
    if (!column.checkVisibility()) return markNew(root, column)
    if (isBusy(column)) note.dataset.localWaiting = ""
    note.dataset.localNew = ""
  }

  root.addEventListener("board:view", () => {
    for (const column of root.querySelectorAll(".column")) {
      if (column.checkVisibility()) setTimeout(() => column.checkVisibility() && clearNew(root, column), ON_VIEW)
    }
  })

  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-show-all]")
    if (!button) return
    showWaiting(root)
    root.dispatchEvent(new CustomEvent("board:arrivals", { bubbles: true }))
    root.querySelector(".desk__board .column__name")?.focus()
  })
}

/* Lets waiting notes in, those of one column or all. */
export function showWaiting(where) {
  where.querySelectorAll("[data-local-waiting], [data-local-new]").forEach((note) => {
    delete note.dataset.localWaiting
    delete note.dataset.localNew
  })
}

function isSomeoneElses({ key, isNew, element }) {
  return isNew && key.startsWith("note-") && !element.hasAttribute("data-mine")
}

function isBusy(column) {
  const { top, bottom } = column.getBoundingClientRect()
  const selection = getSelection()
  return (
    column.contains(document.activeElement) ||
    Boolean(column.querySelector("[data-controls], [data-local-gathering]")) ||
    (!selection.isCollapsed && column.contains(selection.anchorNode)) ||
    (top < 0 && bottom > 0)
  )
}

function markNew(root, column) {
  root.querySelector(`[data-strip-of="${column.dataset.column}"]`)?.setAttribute("data-local-new", "")
}

function clearNew(root, column) {
  root.querySelector(`[data-strip-of="${column.dataset.column}"]`)?.removeAttribute("data-local-new")
}
