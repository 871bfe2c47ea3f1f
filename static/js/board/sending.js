/* Sends a form the way a program does and tells what became of it.

   Here is the place of the coming outbox: today what cannot be sent stays in its box.
   Returns { ok, answer } or { ok: false, status, error }; status 0 means that nobody answered.
   Once it was answered, another press is another command; until then it keeps its number, so that
   what was done already is not done twice. */

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
export const isAnswer = (status) => status >= 200 && status < 500

/* A number of our own for a note or a command. Plain-http hosts have no crypto.randomUUID. */
export function newNumber() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

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
