/* The box: adds a note without leaving the page. What was not saved stays in it, in words. */

import { complain, newNumber, send } from "./sending.js"
import { countOf } from "./tidy.js"

const LONGEST = 280
const SHOW_LEFT = 100
const SLOW = 2000 // milliseconds
const SAID_FOR = 6000

export function writeNotes(root, { announcer }) {
  let number = newNumber()

  root.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-write]")
    if (!form) return
    event.preventDefault()
    if (form.dataset.localState !== "sending") add(form)
  })

  root.addEventListener("keydown", (event) => {
    const inBox = event.target.closest("textarea")
    if (inBox && event.key === "Enter" && (event.ctrlKey || event.metaKey)) inBox.form.requestSubmit()
  })

  root.addEventListener("input", ({ target }) => {
    if (!target.closest("[data-write] textarea")) return
    complain(target.form, "")
    if (target.form.dataset.localState !== "sending") say(target.form, "")
    countDown(target.form, announcer)
  })

  async function add(form) {
    const box = form.elements.text
    say(form, "sending")
    const slow = setTimeout(() => say(form, "slow"), SLOW)
    const sent = box.value
    const { ok, status, error, answer } = await send(form, { address: `notes/${number}/` })
    clearTimeout(slow)
    if (ok) return saved(form, sent, answer)
    say(form, status === 0 ? "unsaved" : status >= 500 || !error ? "failed" : "")
    complain(form, error)
    if (status === 409 || status === 410) number = newNumber()
    box.focus()
  }

  function saved(form, sent, answer) {
    number = newNumber()
    const box = form.elements.text
    if (box.value === sent) box.value = ""
    countDown(form, announcer)
    say(form, answer.state === "late" ? "late" : "saved")
    announcer.own("saved")
    box.focus()
    form.dispatchEvent(new CustomEvent("note:saved", { bubbles: true }))
    setTimeout(() => form.dataset.localState === "saved" && say(form, ""), SAID_FOR)
  }
}

function say(form, state) {
  form.dataset.localState = state
}

/* The same count as the server's. */
function countDown(form, announcer) {
  const left = LONGEST - countOf(form.elements.text.value)
  const place = form.querySelector("[data-left]")
  place.hidden = left > SHOW_LEFT
  place.textContent = announcer.sentence(left < 0 ? "over" : "left", { count: Math.abs(left) })
}
