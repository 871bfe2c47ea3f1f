/* Sends a form of the board through the outbox. Answers as soon as it is known how it went, or that it waits:

   { ok: true }   { ok: true, isWaiting: true }   { ok: false, error }

   While a form that was refused stays open it holds the text itself; what it held goes with its next press. */

import { entryOf, isAboutSame, textOf } from "./entry.js"

export function throughOutbox(outbox, shown) {
  const refused = new WeakMap() // form -> the number of what was refused

  return async function send(form, options = {}) {
    if (refused.has(form)) await outbox.discard(refused.get(form))
    refused.delete(form)
    const entry = entryOf(form, outbox.here, { ...options, known: outbox.entries })
    if (await neverHappened(entry)) return { ok: true }
    const { number, outcome } = await outbox.keep(entry, (kept) => shown.hold(kept, form))
    const { end, reason } = await outcome
    if (end === "refused" && form.isConnected && textOf(entry)) refused.set(form, number)
    else shown.release(number)
    if (end !== "refused") return { ok: true, isWaiting: end === "waiting" }
    if (!textOf(entry)) await outbox.discard(number)
    return { ok: false, error: reason }
  }

  /* A note that was never sent can be taken back without anyone hearing of it. */
  async function neverHappened(entry) {
    const note = entry.kind === "take-back" && outbox.unsent.find((one) => one.kind === "note" && isAboutSame(one, entry))
    return Boolean(note && (await outbox.withdraw(note)))
  }
}
