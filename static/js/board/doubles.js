/* Marks the notes that the page asks about: are these the same? */

export function markDoubles(root) {
  const show = () => {
    const asked = [...root.querySelectorAll("[data-double]")].flatMap(({ dataset }) => [dataset.double, dataset.doubleOf])
    root.querySelectorAll('.note[data-key^="note-"]').forEach((note) => {
      note.toggleAttribute("data-local-double", asked.includes(note.dataset.key))
    })
  }
  root.addEventListener("live:changes", show)
  show()
}
