/* A half-written note outlives its step: it goes into the box of the next one, or stands above the step. */

export function takeDraft(step) {
  const form = step.querySelector("#write")
  const text = form?.elements.text.value ?? ""
  if (!text.trim()) return null
  const { value: column, textContent: label } = form.elements.column.selectedOptions[0]
  return { board: form.elements.board.value, column, label: label.trim(), text }
}

/* `next` is the step as the server sent it: the box it replaces may linger while it has focus. */
export function giveDraft(root, next, draft) {
  if (!draft) return
  const box = root.querySelector("#write")
  const kept = root.querySelector("[data-draft]")
  if (next.querySelector("#write")?.elements.board.value === draft.board) return fill(box, draft)
  const wasWriting = box?.contains(document.activeElement)
  fill(kept.querySelector("form"), draft)
  kept.querySelector("[data-draft-for]").textContent = draft.label
  kept.hidden = false
  if (wasWriting) kept.querySelector("textarea").focus()
}

/* The kept draft goes when it was saved, or when its writer throws it away. */
export function keepDrafts(root) {
  const kept = root.querySelector("[data-draft]")
  if (!kept) return
  const putAway = () => {
    kept.querySelector("form").reset()
    kept.hidden = true
    root.querySelector("[data-step-name]")?.focus()
  }
  kept.addEventListener("note:saved", ({ target }) => target.dataset.localState === "saved" && putAway())
  kept.querySelector("[data-put-away]").addEventListener("click", putAway)
}

function fill(form, { board, column, text }) {
  form.elements.board.value = board
  form.elements.column.value = column
  form.elements.text.value = text
}
