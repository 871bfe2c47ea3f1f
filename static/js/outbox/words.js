/* The elements that tell of what waits: made from the page's templates, [data-outbox] names the entry. */

import { textOf, wordsOf } from "./entry.js"

export const OURS = "[data-outbox]"
export const SAVED = "saved" // in place of a number: the server has it, its own fragment follows

export function elementFor(root, name, entry) {
  const template = root.querySelector(`template[data-outbox-${name}]`)
  const item = document.importNode(template.content.firstElementChild, true)
  const id = `outbox-text-${entry.number}`
  item.dataset.outbox = entry.number
  item.dataset.outboxAbout = entry.about[0]
  item.querySelector("[data-outbox-text]").id = id
  item.querySelectorAll("[data-menu], button").forEach((one) => one.setAttribute("aria-describedby", id))
  return item
}

export function elementOf(root, entry) {
  return root.querySelector(`[data-outbox="${entry.number}"]`)
}

/* CSS shows the one word that is true. */
export function tell(item, entry, state, text = textOf(entry)) {
  if (item.dataset.localOutbox !== state) item.dataset.localOutbox = state
  if (!item.matches(OURS)) return
  const words = wordsOf(entry, text)
  item.toggleAttribute("data-local-wordless", !words)
  write(item.querySelector("[data-outbox-text]"), words)
  write(item.querySelector("[data-outbox-reason]"), entry.reason || wentWrong())
}

/* A note that is saved for the facilitator's tray, on a page that has no place for it. */
export function lateElement(root, entry) {
  const item = elementFor(root, "note", entry)
  item.dataset.outbox = SAVED
  item.dataset.state = "late"
  write(item.querySelector("[data-outbox-text]"), wordsOf(entry))
  return item
}

/* Everything on the page that tells of one entry, the server's own fragment of a note included. */
export function itemsOf(root, number, entry) {
  const served = entry.kind === "note" ? `, [data-key="mine-${entry.about[0]}"]` : ""
  return [...root.querySelectorAll(`[data-outbox="${number}"]${served}`)]
}

/* Takes away what tells of nothing any more; returns what went. */
export function putAway(root, entries) {
  const numbers = entries.map(({ number }) => String(number))
  const waiting = entries.filter(({ state }) => state === "waiting").flatMap(({ about }) => about)
  const isTrue = ({ dataset }) => numbers.includes(dataset.outbox) || waiting.includes(dataset.key?.replace(/^[a-z]+-/, ""))
  const untrue = [...root.querySelectorAll("[data-local-outbox]")].filter((item) => !isTrue(item))
  untrue.forEach((item) => delete item.dataset.localOutbox)
  const over = [...root.querySelectorAll(OURS)].filter(({ dataset }) => ![SAVED, ...numbers].includes(dataset.outbox))
  over.forEach((item) => item.remove())
  return over
}

function wentWrong() {
  return document.querySelector('template[data-say="went-wrong"]').content.textContent.trim()
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words
}
