/* A half-written note outlives its step: it goes into the box of the next one, or stands above the step.
   What was chosen in a box beside the text (data-whole) goes with it. */

const BOX = "#write, form[data-whole]"
const ITS_PLACE = ["board", "column", "text", "operation", "csrfmiddlewaretoken"]

/* Takes the words out of the box of a step that goes, unless the next step has the same box. */
export function takeDraft(step, next) {
  const form = [...step.querySelectorAll(BOX)].find(({ elements }) => elements.text.value.trim())
  const text = form?.elements.text.value ?? ""
  if (!text.trim()) return null
  const { board, column } = form.elements
  const label = column.selectedOptions?.[0].textContent ?? form.dataset.label ?? ""
  const draft = { board: board.value, column: column.value, label: label.trim(), text, fields: chosenIn(form) }
  draft.box = form.dataset.box ?? ""
  if (!boxOf(next, draft.board, draft.box)) form.elements.text.value = ""
  return draft
}

/* [[name, value]] of a box that has more than a text. */
export function chosenIn(form) {
  return "whole" in form.dataset ? beside([...new FormData(form)]) : []
}

function beside(fields) {
  return fields.filter(([name]) => !ITS_PLACE.includes(name))
}

/* Half-typed text from before this page was loaded goes into its box, or stands above the step. */
export function bringBack(root, draft) {
  const box = boxOf(root, draft.board, draft.box)
  if (!box) shelve(root, draft)
  else if (!box.elements.text.value.trim()) fill(box, draft)
}

/* The box of a board, which is not the place above the step. Of several that of this name (data-box). */
export function boxOf(root, board, box = "") {
  const boxes = [...root.querySelectorAll("form[data-write]")].filter((form) => !form.closest("[data-draft]"))
  return boxes.find((form) => form.elements.board.value === board && (form.dataset.box ?? "") === box)
}

/* `next` is the step as the server sent it: the box it replaces may linger while it has focus. */
export function giveDraft(root, next, draft) {
  if (!draft) return
  if (boxOf(next, draft.board, draft.box)) return fill(boxOf(root, draft.board, draft.box), draft)
  const wasWriting = document.activeElement.closest?.(BOX)
  const kept = shelve(root, draft)
  if (wasWriting) kept.querySelector("textarea").focus()
}

export function shelve(root, draft) {
  const kept = root.querySelector("[data-draft]")
  fill(kept.querySelector("form"), draft)
  kept.querySelector("form").dataset.label = draft.label
  kept.querySelector("[data-draft-for]").textContent = draft.label
  kept.hidden = false
  return kept
}

/* The kept draft goes when it was added, or when its writer throws it away. */
export function keepDrafts(root) {
  const kept = root.querySelector("[data-draft]")
  if (!kept) return
  const putAway = () => {
    kept.querySelector("form").reset()
    kept.hidden = true
    root.querySelector("[data-step-name]")?.focus()
  }
  kept.addEventListener("note:kept", putAway)
  kept.querySelector("[data-put-away]").addEventListener("click", putAway)
}

export function fill(form, { board, column, text, fields = [] }) {
  if (form.closest("details")) form.closest("details").open = true
  form.elements.board.value = board
  if (column) form.elements.column.value = column
  form.elements.text.value = text
  form.querySelectorAll("[data-beside]").forEach((field) => field.remove())
  beside(fields).forEach(([name, value]) => put(form, name, value))
  form.elements.column.dispatchEvent(new Event("change", { bubbles: true }))
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }))
}

/* One field, or several of which one is chosen. The place above the step has none for what was chosen: it goes
   along unseen. */
function put(form, name, value) {
  const known = form.elements[name]
  if (known?.type === "checkbox") return (known.checked = true) // a draft has only what was ticked
  if (known) return (known.value = value)
  const field = Object.assign(document.createElement("input"), { type: "hidden", name, value })
  field.dataset.beside = ""
  form.append(field)
}
