/* Before something is sent, its form may ask a question about a field ([data-ask], of the text or of data-ask-of);
   whoever has been asked sends it as it is or changes it. Nothing is sent meanwhile, and the words stay in the form. */

import { looksLikeAPerson } from "./person.js"

const RULES = { person: looksLikeAPerson }

export function askFirst(root) {
  root.addEventListener("note:adding", (event) => mustWait(event.target) && event.preventDefault())

  // Only what is written says when it is added; any other form asks as it is sent.
  root.addEventListener("submit", (event) => {
    const form = event.target
    if (form.matches("[data-write]") || !mustWait(form)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }, { capture: true })

  root.addEventListener("click", ({ target }) => {
    const press = target.closest("[data-ask-sure], [data-ask-change]")
    if (!press) return
    const { form } = press
    const field = fieldOf(form)
    delete form.dataset.localAsking
    if (press.matches("[data-ask-change]")) return field.focus()
    form.dataset.localSure = field.value
    form.requestSubmit()
  })

  root.addEventListener("input", ({ target }) => {
    if (target.form) delete target.form.dataset.localAsking
  })
}

/* Shows the question, unless there is nothing to ask or the answer was to send it. */
function mustWait(form) {
  const field = fieldOf(form)
  if (!field) return false
  const { localSure: sure } = form.dataset
  delete form.dataset.localSure
  delete form.dataset.localAsking
  if (sure === field.value || !asks(form, field.value)) return false
  form.dataset.localAsking = ""
  form.querySelector("[data-ask] [tabindex]").focus()
  return true
}

function fieldOf(form) {
  const question = form.querySelector("[data-ask]")
  return question && form.elements[question.dataset.askOf ?? "text"]
}

/* True when the form has something to ask about this text. */
export function asks(form, text) {
  const question = form.querySelector("[data-ask]")
  if (!question) return false
  const lists = JSON.parse((question.querySelector("script") ?? document.querySelector("[data-person-lists] script")).textContent)
  return RULES[question.dataset.ask](text, lists)
}
