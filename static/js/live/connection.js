/* Keeps a page's board up to date: a socket for what happens, an ordinary GET for what was missed.

   const connection = new Connection(document.body, { board, clock })
   connection.start()
   Events on the root, all bubbling:
     live:state    detail.state is "live", "catching-up", "offline" or "shut"
     live:changes  detail.applied (see patch.js) and detail.held, how many wait
     live:reload   the page was counted in another life of the database; the page decides when to load again */

import { Fetches } from "./fetches.js"
import { LiveSocket } from "./socket.js"
import { wait } from "./waiting.js"

const STALE = 12000 // milliseconds without a frame: three heartbeats
const SHUT = [401, 403, 404, 410]

export class Connection {
  constructor(root, { board, clock }) {
    const { epoch, head, live, changes } = root.dataset
    Object.assign(this, { root, board, clock, epoch, have: Number(head), failures: 0, state: "" })
    this.addresses = { live, changes }
    this.fetches = new Fetches((key, element, head) => this.fetched(key, element, head))
    board.fetch = (change) => this.fetches.want(change)
  }

  start() {
    this.running = true
    this.tell("catching-up")
    this.connect()
    this.watch = setInterval(() => this.checkPulse(), 2000)
    document.addEventListener("visibilitychange", () => document.hidden || this.refresh())
    addEventListener("online", () => this.reconnect())
    addEventListener("pagehide", () => this.socket?.close())
    addEventListener("pageshow", (event) => event.persisted && this.reconnect())
  }

  stop() {
    this.running = false
    clearInterval(this.watch)
    this.socket?.close()
  }

  connect() {
    if (!this.running) return
    this.heard = performance.now()
    this.socket = new LiveSocket(this.address(this.addresses.live), {
      frame: (frame) => this.hear(frame),
      closed: (code) => this.lost(code),
    })
  }

  hear(frame) {
    this.heard = performance.now()
    this.failures = 0
    const known = this.take(frame)
    if (known) this.tell(frame.more ? "catching-up" : "live")
    else if (this.running) this.refresh()
  }

  /* Applies a frame; false when it begins after what this page has. */
  take(frame) {
    if (frame.epoch !== this.epoch) return this.reload()
    this.clock.hear(frame.now)
    if (frame.since > this.have) return false
    const applied = this.board.apply(frame.changes)
    this.have = Math.max(this.have, frame.head)
    if (frame.changes.length) this.changed(applied)
    return true
  }

  changed(applied) {
    this.say("live:changes", { applied, held: this.board.held.size })
  }

  fetched(key, element, head) {
    const applied = this.board.put(key, element, head)
    if (applied) this.changed([applied])
    return Boolean(applied)
  }

  /* Gets what is missing by GET, one question at a time; true when the page is up to date. */
  refresh() {
    this.asking ??= this.ask().finally(() => (this.asking = null))
    return this.asking
  }

  async ask() {
    try {
      for (let more = true; more && this.running; ) {
        const answer = await fetch(this.address(this.addresses.changes), {
          cache: "no-store",
          headers: { Accept: "application/json" },
        })
        if (answer.status === 409) return this.reload()
        if (SHUT.includes(answer.status) || answer.redirected) return this.shut()
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

  async lost(code) {
    if (!this.running) return
    if (code === 4409) return this.reload()
    if (code === 4403) return this.shut()
    this.tell((await this.refresh()) || !this.failures ? "catching-up" : "offline")
    this.failures += 1
    await wait(this.failures)
    this.reconnect()
  }

  reconnect() {
    if (!this.running || this.socket?.isOpening) return
    this.socket?.abandon()
    this.connect()
  }

  checkPulse() {
    if (this.socket?.isOpen && performance.now() - this.heard > STALE) this.reconnect()
  }

  reload() {
    this.stop()
    this.say("live:reload", {})
    return false
  }

  shut() {
    this.stop()
    this.tell("shut")
    return false
  }

  tell(state) {
    if (state === this.state || (!this.running && state !== "shut")) return
    this.state = state
    this.say("live:state", { state })
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
