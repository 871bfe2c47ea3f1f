/* Knows which notes are one's own from the list that only this person is sent, and counts them. What belongs to
   another board than the step's (data-apart) is not in the total. */

export function markMine(root, { announcer }) {
  const show = () => {
    const own = [...root.querySelectorAll('[data-key^="mine-"]')]
    const mine = own.map((item) => item.dataset.key.slice(5))
    const total = own.filter((item) => !item.closest("[data-apart]")).length
    root.querySelectorAll('[data-key^="note-"]').forEach((note) => {
      note.toggleAttribute("data-mine", mine.includes(note.dataset.key.slice(5)))
    })
    root.querySelectorAll("[data-yours-total]").forEach((place) => write(place, total))
    root.querySelectorAll("[data-into^='mine-']").forEach((list) => countHere(root, list, announcer))
  }
  root.addEventListener("live:changes", show)
  show()
}

function countHere(root, list, announcer) {
  const column = list.dataset.into.slice(5)
  const count = list.children.length + root.querySelectorAll(`[data-into="sealed-${column}"] > *`).length
  root.querySelectorAll(`[data-yours-count="${column}"]`).forEach((place) => write(place, count))
  root.querySelectorAll(`[data-yours-of="${column}"]`).forEach((place) => {
    write(place, count ? announcer.sentence("yours", { count }) : "")
  })
  root.querySelectorAll(`[data-sheets-for="${column}"]`).forEach((sheets) => (sheets.dataset.localYours = count))
}

function write(element, words) {
  if (element.textContent !== String(words)) element.textContent = words
}
