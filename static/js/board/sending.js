/* Sends a facilitator's press at once or not at all, the way a program does, and tells what became of it.
   What people write goes through the outbox instead: a press must not fire later.

   Returns { ok, answer } or { ok: false, status, error }; status 0 means that nobody answered.
   Once it was answered, another press is another command; until then it keeps its number, so that
   what was done already is not done twice. */

import { newNumber } from "../outbox/number.js"

export async function send(form, { address = form.action, fields } = {}) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields ?? new FormData(form)),
      headers: { Accept: "application/json" },
      redirect: "error",
    })
    const words = await answer.json().catch(() => ({}))
    if (isAnswer(answer.status) && !fields && form.elements.operation) form.elements.operation.value = newNumber()
    if (answer.ok) return { ok: true, answer: words }
    return { ok: false, status: answer.status, error: words.error ?? "" }
  } catch {
    return { ok: false, status: 0, error: "" }
  }
}

/* A proxy's 502 says nothing of what became of the command. */
const isAnswer = (status) => status >= 200 && status < 500

/* Shows an error on the thing itself; empty words take it away. */
export function complain(form, words) {
  const place = form.querySelector("[data-error]")
  if (!place) return
  place.textContent = words
  place.hidden = !words
  form.querySelectorAll("textarea, select, input:not([type=hidden])").forEach((field) => {
    if (words) field.setAttribute("aria-invalid", "true")
    else field.removeAttribute("aria-invalid")
  })
}
