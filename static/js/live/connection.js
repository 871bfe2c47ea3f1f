/* Keeps a page's board up to date: a line for what happens, an ordinary GET for what was missed.

   const connection = new Connection(document.body, { board, clock })
   connection.start()
   The root says where: data-live, data-stream, data-changes; and from where: data-epoch, data-head.
   data-try-up="60000" is how many milliseconds pass between tries of a better way, a minute if left out.
   Events on the root, all bubbling:
     live:state    detail.state is "live", "polling", "catching-up", "offline" or "shut", detail.way is
                   "socket", "stream" or "polling" (see ways.js), detail.status the answer that shut it
     live:changes  detail.applied (see patch.js) and detail.held, how many wait
     live:reload   the page was counted in another life of the database; the page decides when to load again */

import { Fetches } from "./fetches.js"
import { keepInSight } from "./in-sight.js"
import { pause, wait } from "./waiting.js"
import { Ways } from "./ways.js"

const SHUT = [401, 403, 404, 410]
const LATER = { 1012: 5000, 4429: 30000 } // milliseconds: the server restarts; this was one tab too many
const TOO_LONG = 8000 // milliseconds for an answer
const ASLEEP = 10000 // milliseconds between two looks at the pulse, which should be 2,000
const QUICK = 2000 // a network that fails sooner may only have blinked

export class Connection {
  constructor(root, { board, clock }) {
    const { epoch, head, live, stream, changes, tryUp } = root.dataset
    Object.assign(this, { root, board, clock, epoch, have: Number(head), failures: 0, state: "" })
    this.addresses = { socket: live, stream, polling: changes }
    const on = {
      address: (way) => this.address(this.addresses[way]),
      frame: (frame) => this.hear(frame),
      checked: () => this.hear(),
      closed: (code) => this.lost(code),
      ask: () => this.refresh(),
    }
    this.ways = new Ways(on, tryUp && Number(tryUp))
    this.fetches = new Fetches((key, element, head) => this.fetched(key, element, head))
    board.fetch = (change) => this.fetches.want(change)
  }

  start() {
    this.running = true
    this.tell("catching-up")
    this.ways.open()
    this.looked = Date.now()
    this.watch = setInterval(() => this.checkPulse(), 2000)
    document.addEventListener("visibilitychange", () => document.hidden || this.look())
    addEventListener("online", () => this.wake())
    addEventListener("pagehide", () => this.ways.stop())
    addEventListener("pageshow", (event) => event.persisted && this.wake())
  }

  stop() {
    this.running = false
    clearInterval(this.watch)
    this.ways.stop()
  }

  /* Takes a frame; without one, word that there was nothing more to ask for. */
  hear(frame) {
    this.failures = 0
    const known = !frame || this.take(frame)
    if (!known) return this.running && this.refresh()
    const state = this.ways.name === "polling" ? "polling" : "live"
    this.tell(frame?.more ? "catching-up" : state)
  }

  /* Applies a frame; false when it begins after what this page has. */
  take(frame) {
    if (frame.epoch !== this.epoch) return this.reload()
    this.clock.hear(frame.now)
    if (frame.since > this.have) return false
    keepInSight(() => {
      const applied = this.board.apply(frame.changes)
      this.have = Math.max(this.have, frame.head)
      if (frame.changes.length) this.changed(applied)
    })
    return true
  }

  changed(applied) {
    this.say("live:changes", { applied, held: this.board.held.size })
  }

  fetched(key, element, head) {
    return keepInSight(() => {
      const applied = this.board.put(key, element, head)
      if (applied) this.changed([applied])
      return Boolean(applied)
    })
  }

  /* Gets what is missing by GET, one question at a time; true when the page is up to date. */
  refresh() {
    this.asking ??= this.ask().finally(() => (this.asking = null))
    return this.asking
  }

  async ask() {
    try {
      for (let more = true; more && this.running; ) {
        const answer = await fetch(this.address(this.addresses.polling), {
          cache: "no-store",
          headers: { Accept: "application/json" },
          signal: AbortSignal.timeout?.(TOO_LONG),
        })
        if (answer.status === 409) return this.reload()
        if (SHUT.includes(answer.status) || answer.redirected) return this.shut(answer.status)
        if (!answer.ok) return false
        const frame = await answer.json()
        this.take(frame)
        more = frame.more
      }
      return true
    } catch {
      return false
    }
  }

  /* Says what is lost only after asking: a server that is gone must not look like a way that is blocked. */
  async lost(code) {
    if (!this.running) return
    if (code === 4409) return this.reload()
    if (this.state !== "offline") this.tell("catching-up")
    if (LATER[code]) await pause(LATER[code] * Math.random())
    const asked = performance.now()
    const reached = await this.refresh()
    const blinked = !this.failures && performance.now() - asked < QUICK
    if (!reached && !blinked) this.tell("offline")
    if (reached && this.ways.blame()) this.failures = 0
    this.failures += 1
    await wait(this.failures)
    if (this.running && !this.ways.current) this.ways.open()
  }

  /* Somebody looks at this page again. */
  look() {
    this.refresh()
    if (this.running && !this.ways.current) this.ways.open()
  }

  /* This page has slept, or the network may be another. */
  wake() {
    if (!this.running) return
    this.refresh()
    this.ways.open()
    this.ways.tryUp()
  }

  checkPulse() {
    const slept = Date.now() - this.looked > ASLEEP
    this.looked = Date.now()
    if (slept) this.wake()
    else this.ways.checkPulse()
  }

  reload() {
    this.stop()
    this.say("live:reload", {})
    return false
  }

  shut(status) {
    this.stop()
    this.tell("shut", { status })
    return false
  }

  tell(state, more = {}) {
    const way = this.ways.name
    const isNews = state !== this.state || way !== this.way
    if (!isNews || (!this.running && state !== "shut")) return
    Object.assign(this, { state, way })
    this.say("live:state", { state, way, ...more })
  }

  say(name, detail) {
    this.root.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }))
  }

  address(path) {
    const url = new URL(path, location.href)
    url.search = new URLSearchParams({ epoch: this.epoch, since: this.have })
    return url
  }
}
