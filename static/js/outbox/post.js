/* Sends one entry and tells what became of it:

   { end: "done", answer }             it is on the server's disk
   { end: "refused", reason, status }  a final no, with the server's sentence
   { end: "stranger" }                 this browser is not who wrote it: they may come back
   { end: "again", alone, after }      nobody can tell; `alone` when only this one seems to fail, `after` in ms */

import { isFinalNo } from "../live/waiting.js"

const TIMEOUT = 20000 // milliseconds
const TOKEN = "csrfmiddlewaretoken"
const FRESH = 2 // tokens to try

export async function post(entry, root) {
  try {
    for (let tries = 0; tries <= FRESH; tries += 1) {
      const answer = await ask(entry, root)
      const words = await answer.json().catch(() => null)
      if (answer.status !== 403 || words) return told(answer, words)
      if (!(await renewToken(entry, root))) return { end: "stranger" }
    }
    return { end: "refused", reason: "", status: 403 }
  } catch {
    return { end: "again" }
  }
}

function ask(entry, root) {
  return within(new URL(entry.place + entry.address, location.href), {
    method: "POST",
    body: new URLSearchParams(entry.fields),
    headers: { Accept: "application/json", "X-CSRFToken": tokenOf(root)?.value ?? "", "X-Person": entry.person },
    redirect: "manual",
  })
}

/* Only an answer in the server's own form ends a command with success: a network's sign-in page says 200 too. */
function told(answer, words) {
  const { status } = answer
  if (status === 401 || answer.type === "opaqueredirect") return { end: "stranger" }
  if (answer.ok) return words && "seq" in words ? { end: "done", answer: words } : { end: "again" }
  if (isFinalNo(status)) return { end: "refused", reason: words?.error ?? "", status }
  const after = 1000 * Number(answer.headers.get("Retry-After")) || 0
  return { end: "again", after, alone: status >= 500 && status !== 503 }
}

/* The cookie may have been lost with a killed browser: the page brings a new one, and the token that goes with it. */
async function renewToken(entry, root) {
  const answer = await within(new URL(entry.place, location.href), { cache: "no-store" })
  if (!answer.ok) throw new Error(`no page: ${answer.status}`)
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  const fresh = tokenOf(page)?.value
  if (answer.redirected || !fresh) return false
  root.querySelectorAll(`input[name=${TOKEN}]`).forEach((field) => (field.value = fresh))
  return true
}

function tokenOf(page) {
  return page.querySelector(`input[name=${TOKEN}]`)
}

async function within(address, options) {
  const control = new AbortController()
  const late = setTimeout(() => control.abort(), TIMEOUT)
  try {
    return await fetch(address, { ...options, signal: control.signal })
  } finally {
    clearTimeout(late)
  }
}
