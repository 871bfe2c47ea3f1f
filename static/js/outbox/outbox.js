/* Every write of a person goes through here: on this device before it is sent, gone from it on a final answer.

   const outbox = await Outbox.open(root)
   const kept = await outbox.keep(entry)      on the device now
   await kept.outcome   { end: "done", answer } | { end: "refused", reason, entry } | { end: "waiting" }
   outbox.entries       what this person has waiting or refused here; outbox.strangers what others have
   outbox.stateOf(entry)  "sending", "waiting" or "refused"
   Events on the root: outbox:told with { number, state, entry, answer, reason } when a state has changed, in
   whichever tab; outbox:saved with { number, entry, answer } before an entry goes; outbox:looked when the list was read again. */

import { isAboutSame, whereWeAre } from "./entry.js"
import { MemoryStore } from "./memory.js"
import { Sender } from "./sender.js"
import { openStore } from "./store.js"

const SLOW = 2500 // milliseconds until whoever hopes for an outcome goes on without it
const ENDS = { saved: "done", refused: "refused", waiting: "waiting", gone: "done" }

export class Outbox {
  static async open(root) {
    const outbox = new Outbox(root, await openStore())
    await outbox.look()
    return outbox
  }

  constructor(root, store) {
    Object.assign(this, { root, store, here: whereWeAre(root), entries: [], strangers: [] })
    Object.assign(this, { states: new Map(), hoping: new Map(), sender: new Sender(this) })
    this.channel = new BroadcastChannel("outbox")
    this.channel.onmessage = ({ data }) => this.hear(data).then(() => this.sender.attend())
  }

  start() {
    this.sender.start()
  }

  /* `hold` is called with its number before the page is told. */
  async keep(entry, hold = () => {}) {
    const number = await this.add(entry)
    hold(number)
    const outcome = this.hopeFor(number)
    await this.tell(number, this.sender.failures ? "waiting" : "sending")
    this.sender.wake()
    return { number, outcome }
  }

  /* A disk that takes no more is no reason to lose a word. */
  async add(entry) {
    try {
      return await this.store.add(entry)
    } catch {
      this.store = new MemoryStore(this.entries)
      return this.store.add(entry)
    }
  }

  hopeFor(number) {
    return new Promise((settle) => {
      this.hoping.set(number, settle)
      setTimeout(() => settle({ end: "waiting" }), SLOW)
    })
  }

  stateOf({ number, state }) {
    return state === "refused" ? state : (this.states.get(number) ?? "waiting")
  }

  get unsent() {
    return this.entries.filter(({ state }) => state === "waiting")
  }

  async discard(number) {
    await this.store.remove(number)
    await this.tell(number, "gone")
  }

  /* Takes a note out with all that was said about it, if no part of it can have reached the server. */
  async withdraw(note) {
    const before = await this.store.alter(note.number, (entry) => (entry.tries ? undefined : null))
    if (!before || before.tries) return false
    for (const { number } of this.entries.filter((one) => isAboutSame(one, note))) await this.store.remove(number)
    await this.tell(note.number, "gone")
    return true
  }

  /* Whichever tab asks first gets the entry, to give its text back. */
  async claim(number) {
    const before = await this.store.alter(number, (entry) => (entry.isClaimed ? undefined : { ...entry, isClaimed: true }))
    return before && !before.isClaimed ? before : null
  }

  async look() {
    const { person, place } = this.here
    const isOpen = (entry) => entry.place === place && this.states.get(entry.number) !== "saved"
    const all = (await this.store.all()).filter(isOpen)
    this.entries = all.filter((entry) => entry.person === person)
    this.strangers = all.filter((entry) => entry.person !== person)
    this.say("outbox:looked", {})
  }

  tell(number, state, more = {}) {
    if (this.store.isKept) this.channel.postMessage({ number, state, more })
    return this.hear({ number, state, more })
  }

  /* The page is told before the entry goes, so that what shows it can stay until the server's own fragment comes. */
  saved(number, more) {
    if (this.states.get(number) === "saved") return
    this.states.set(number, "saved")
    this.say("outbox:saved", { number, ...more })
  }

  async hear({ number, state, more }) {
    if (state === "saved") this.saved(number, more)
    this.states.set(number, state)
    await this.look()
    if (ENDS[state]) this.hoping.get(number)?.({ end: ENDS[state], ...more })
    this.say("outbox:told", { number, state, ...more })
  }

  say(name, detail) {
    this.root.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }))
  }
}
