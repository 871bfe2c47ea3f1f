/* Sends what waits, one command after the other, and again after ever longer pauses until there is a final answer. */

import { delay } from "../live/waiting.js"
import { isAboutSame, textOf } from "./entry.js"
import { post } from "./post.js"
import { Queue } from "./queue.js"
import { alone } from "./turns.js"

const AT_LEAST = 1000 // milliseconds between two tries that only hope makes
const ATTEND = 15000 // milliseconds after which a tab takes over from one that has fallen silent
const CONNECTED = ["live", "polling"]

export class Sender {
  constructor(outbox) {
    Object.assign(this, { outbox, queue: new Queue(), failures: 0, until: 0, rest: 0, failed: 0, isLost: false })
  }

  /* Tries now and whenever there is reason to hope: a network, a look at the page, a word from the server. */
  start() {
    addEventListener("online", () => this.hope())
    document.addEventListener("visibilitychange", () => document.hidden || this.hope())
    this.outbox.root.addEventListener("live:state", ({ detail }) => CONNECTED.includes(detail.state) && this.hope())
    this.outbox.root.addEventListener("live:changes", () => this.hope())
    this.wake()
  }

  hope() {
    if (this.failures && performance.now() - this.failed > AT_LEAST) this.wake()
  }

  wake() {
    this.until = this.rest
    return this.run()
  }

  /* Another tab is at work: this one goes on if no more is heard of it. */
  attend() {
    clearTimeout(this.attending)
    if (this.outbox.unsent.length) this.attending = setTimeout(() => this.wake(), ATTEND)
  }

  async run() {
    this.isAsked = true
    if (this.isRunning) return
    this.isRunning = true
    const { place, person } = this.outbox.here
    while (this.isAsked) {
      this.isAsked = false
      await alone(this.outbox.store, `outbox ${place} ${person}`, (turn) => this.drain(turn)).catch(() => this.later())
    }
    this.isRunning = false
  }

  async drain(isMyTurn) {
    while (await isMyTurn()) {
      await this.outbox.look()
      if (!this.outbox.unsent.length) return
      if (performance.now() < this.until) return this.allWait()
      const next = this.queue.next(this.outbox.entries, Date.now())
      if (!next) return this.later()
      await this.send(next)
    }
  }

  async send(entry) {
    const { number } = entry
    const isThere = await this.outbox.store.alter(number, (known) => ({ ...known, tries: known.tries + 1 }))
    if (!isThere) return
    await this.outbox.tell(number, "sending")
    const outcome = await post(entry, this.outbox.root)
    await this[outcome.end](entry, outcome)
  }

  async done({ number, ...entry }, { answer }) {
    Object.assign(this, { failures: 0, isLost: false })
    this.outbox.saved(number, { entry, answer })
    await this.outbox.store.remove(number)
    await this.outbox.tell(number, "saved", { entry, answer })
  }

  async refused(entry, { reason, status }) {
    this.failures = 0
    const kept = await this.withLastWords({ ...entry, state: "refused", reason, status })
    if (kept) await this.outbox.store.put(kept)
    else await this.outbox.store.remove(entry.number)
    await this.outbox.tell(entry.number, kept ? "refused" : "gone", { entry: kept, reason })
  }

  /* A note that was refused keeps the words of its latest change, and none if it was taken back meanwhile. */
  async withLastWords(note) {
    if (note.kind !== "note") return note
    const later = this.outbox.unsent.filter((one) => one.number !== note.number && isAboutSame(one, note))
    for (const { number } of later) await this.outbox.store.remove(number)
    if (later.some(({ kind }) => kind === "take-back")) return null
    const last = later.filter(({ kind }) => kind === "change").at(-1)
    if (!last) return note
    return { ...note, fields: note.fields.map(([name, value]) => [name, name === "text" ? textOf(last) : value]) }
  }

  async again(entry, { after = 0, alone: isAlone = false } = {}) {
    if (isAlone) this.queue.failedAlone(entry, Date.now())
    this.later(after)
    await this.allWait()
  }

  async stranger(entry) {
    this.isLost = true
    await this.again(entry)
  }

  /* `after`: the server has asked for at least so many milliseconds of rest. */
  later(after = 0) {
    this.failures += 1
    this.failed = performance.now()
    this.rest = after ? this.failed + after : 0
    const most = Math.max(delay(this.failures), after)
    this.until = this.failed + most
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.wake(), most)
  }

  async allWait() {
    for (const entry of this.outbox.unsent) {
      if (this.outbox.stateOf(entry) === "sending") await this.outbox.tell(entry.number, "waiting")
    }
  }
}
