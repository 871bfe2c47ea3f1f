/* The box follows what is chosen beside it: "Write for this one", "Suggest one" and "Use this example". What is in
   the box already stays there: an example comes only into an empty one. */

import { complain } from "../board/sending.js"

export function followSuggestions(root, { announcer }) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-suggest], [data-example]")
    const box = root.querySelector("#write[data-whole]")
    if (!link || !box || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (box.closest("details")) box.closest("details").open = true
    if (link.matches("[data-example]") && !take(box, link)) complain(box, announcer.sentence("box-full", {}))
    else choose(box, link.dataset.suggest ?? link.dataset.for)
    box.elements.text.focus()
  })
}

function take(box, { dataset }) {
  const { text, kind } = box.elements
  if (text.value.trim()) return false
  text.value = dataset.text
  kind.value = dataset.kind
  text.dispatchEvent(new Event("input", { bubbles: true }))
  return true
}

function choose(box, key) {
  box.elements.column.value = key
  box.elements.column.dispatchEvent(new Event("change", { bubbles: true }))
}
