/* The box: what is added is kept on this device, and the box is ready for the next. Words that were refused come
   back into it when it is empty. */

import { entryOf } from "../outbox/entry.js"
import { newNumber } from "../outbox/number.js"
import { complain } from "./sending.js"
import { countOf, isBlank } from "./tidy.js"

const LONGEST = 280
const SHOW_LEFT = 100
const SLOW = 2000 // milliseconds
const SAID_FOR = 6000

export function writeNotes(root, { announcer, outbox, drafts }) {
  const last = new Map() // form -> the number of the note it last added

  root.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-write]")
    if (!form) return
    event.preventDefault()
    if (!("localKeeping" in form.dataset)) add(form)
  })

  root.addEventListener("keydown", (event) => {
    const inBox = event.target.closest("textarea")
    if (inBox && event.key === "Enter" && (event.ctrlKey || event.metaKey)) inBox.form.requestSubmit()
  })

  root.addEventListener("input", ({ target }) => {
    const form = target.closest("[data-write]")
    if (!form || !(target.matches("textarea") || "whole" in form.dataset)) return
    complain(form, "")
    if (form.dataset.localState !== "sending") say(form, "")
    countDown(form, announcer)
  })

  root.addEventListener("outbox:told", ({ detail: { number, state, answer } }) => {
    const form = [...last.keys()].find((one) => last.get(one) === number)
    if (form && state !== "gone") follow(form, state, answer)
  })

  async function add(form) {
    const box = form.elements.text
    const wrong = [...form.querySelectorAll("[data-needed], [name=text]")].find(whatIsWrong)
    say(form, "")
    complain(form, wrong ? whatIsWrong(wrong) : "")
    if (wrong) return (wrong.querySelector("input") ?? wrong).focus()
    if (!form.dispatchEvent(new CustomEvent("note:adding", { bubbles: true, cancelable: true }))) return
    const sent = box.value
    form.dataset.localKeeping = ""
    const entry = entryOf(form, outbox.here, { address: `notes/${newNumber()}/` })
    await outbox.keep(entry, (number) => last.set(form, number))
    delete form.dataset.localKeeping
    if ("whole" in form.dataset) empty(form)
    else if (box.value === sent) box.value = ""
    await drafts.keep(form)
    countDown(form, announcer)
    ;(form.querySelector("select[data-needed]") ?? box).focus()
    form.dispatchEvent(new CustomEvent("note:kept", { bubbles: true }))
  }

  function follow(form, state, answer) {
    const words = state === "saved" && answer.state === "late" ? "late" : state === "refused" ? "" : state
    const slow = form.dataset.localState === "slow" && state === "sending"
    if (!slow) say(form, words)
    if (state === "saved") announcer.own("saved")
    if (state === "waiting") announcer.own("waiting")
    if (state === "sending") setTimeout(() => form.dataset.localState === "sending" && say(form, "slow"), SLOW)
    if (state === "saved") setTimeout(() => form.dataset.localState === "saved" && say(form, ""), SAID_FOR)
  }

  function whatIsWrong(field) {
    const { value: text, dataset } = field
    if (dataset.needed) return isChosen(field) ? "" : dataset.needed
    const over = countOf(text) - longest(field)
    if (isBlank(text)) return "optional" in dataset ? "" : announcer.sentence("empty", {})
    return over > 0 ? announcer.sentence("too-long", { count: over }) : ""
  }
}

/* One value, or one of several in a fieldset. */
function isChosen(field) {
  return Boolean(field.matches("fieldset") ? field.querySelector(":checked") : field.value)
}

/* Whoever goes on writing does so for the same place. */
function empty(form) {
  const { value } = form.elements.column
  form.reset()
  form.elements.column.value = value
}

function say(form, state) {
  form.dataset.localState = state
}

/* A box may take less than a note: data-longest. */
function longest({ dataset }) {
  return Number(dataset.longest ?? LONGEST)
}

/* The same count as the server's. */
function countDown(form, announcer) {
  const box = form.elements.text
  const left = longest(box) - countOf(box.value)
  const place = form.querySelector("[data-left]")
  if (!place) return
  place.hidden = left > Math.min(SHOW_LEFT, longest(box) / 2)
  place.textContent = announcer.sentence(left < 0 ? "over" : "left", { count: Math.abs(left) })
}
