/* Before a note is kept, its form may ask a question ([data-ask]); whoever has been asked adds it as it is or
   changes it. Nothing is sent meanwhile, and the words stay in the box. */

import { looksLikeAPerson } from "./person.js"

const RULES = { person: looksLikeAPerson }

export function askFirst(root) {
  root.addEventListener("note:adding", (event) => {
    const form = event.target
    const question = form.querySelector("[data-ask]")
    const text = form.elements.text.value
    const { localSure: sure } = form.dataset
    delete form.dataset.localSure
    if (sure === text || !asks(form, text)) return delete form.dataset.localAsking
    event.preventDefault()
    form.dataset.localAsking = ""
    question.querySelector("[tabindex]").focus()
  })

  root.addEventListener("click", ({ target }) => {
    const press = target.closest("[data-ask-sure], [data-ask-change]")
    if (!press) return
    const { form } = press
    delete form.dataset.localAsking
    if (press.matches("[data-ask-change]")) return form.elements.text.focus()
    form.dataset.localSure = form.elements.text.value
    form.requestSubmit()
  })

  root.addEventListener("input", ({ target }) => {
    if (target.form) delete target.form.dataset.localAsking
  })
}

/* True when the form has something to ask about this text. */
export function asks(form, text) {
  const question = form.querySelector("[data-ask]")
  if (!question) return false
  const lists = JSON.parse(question.querySelector("script").textContent)
  return RULES[question.dataset.ask](text, lists)
}
