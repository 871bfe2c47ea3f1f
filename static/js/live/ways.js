/* By which way frames come: a socket, else a stream, else asking every few seconds.

   const ways = new Ways({ address, frame, checked, closed, ask }, milliseconds between tries, a minute)
   ways.open()   opens a line by the way that worked last in this tab
   ways.blame()  the line failed although plain HTTP works; true when another way is to be tried
   ways.tryUp()  tries a better way now
   ways.stop()   closes everything

   Each minute the better ways are tried beside the one in use, which goes only when another has brought
   a frame: frames of both go through the same take, so nothing is lost and nothing counts twice. */

import { Polling } from "./polling.js"
import { LiveSocket } from "./socket.js"
import { LiveStream } from "./stream.js"

const WAYS = [
  { name: "socket", Line: LiveSocket },
  { name: "stream", Line: LiveStream },
  { name: "polling", Line: Polling },
]
const STALE = 12000 // milliseconds without a frame: three heartbeats
const BRIEF = 5000 // a line that ends sooner counts against its way
const STRIKES = 2
const MINUTE = 60000
const SILENT = 1006
const STOPPING = { code: 1012, milliseconds: 15000 } // a server that goes away takes no new lines
const KEPT = "live-way"

export class Ways {
  constructor(on, every = MINUTE) {
    Object.assign(this, { on, every, at: remembered(), strikes: 0, stopping: -Infinity })
  }

  get name() {
    return WAYS[this.at].name
  }

  open() {
    if (this.current) drop(this.current)
    this.current = this.begin(this.at)
    this.later ??= this.tryLater()
  }

  stop() {
    clearTimeout(this.later)
    if (this.current) drop(this.current)
    if (this.trial) drop(this.trial)
    this.current = this.trial = this.later = null
  }

  begin(at) {
    const { name, Line } = WAYS[at]
    const attempt = { at, begun: performance.now() }
    attempt.line = new Line(this.on.address(name), {
      frame: (frame) => this.hear(attempt, frame),
      checked: () => this.hear(attempt),
      closed: (code) => this.end(attempt, code),
      ask: this.on.ask,
    })
    if (Line.patience) attempt.late = setTimeout(() => this.end(attempt, SILENT), Line.patience)
    return attempt
  }

  hear(attempt, frame) {
    clearTimeout(attempt.late)
    attempt.heard = performance.now()
    if (attempt === this.trial) this.moveTo(attempt)
    if (frame) this.on.frame(frame)
    else this.on.checked()
  }

  end(attempt, code) {
    drop(attempt)
    if (attempt === this.trial) {
      this.trial = null
      this.tryUp(attempt.at + 1)
    } else if (attempt === this.current) {
      this.current = null
      this.judge(attempt, code)
      this.on.closed(code)
    }
  }

  judge({ begun, heard }, code) {
    const now = performance.now()
    if (code === STOPPING.code) this.stopping = now
    this.failed = !heard || now - begun < BRIEF
    this.waited = !heard && now - begun >= BRIEF
    if (!this.failed) this.strikes = 0
  }

  /* Two quick failures may be a server that has just come back; one long silence is a way that is blocked. */
  blame() {
    if (!this.failed || performance.now() - this.stopping < STOPPING.milliseconds) return false
    this.strikes += this.waited ? STRIKES : 1
    if (this.strikes < STRIKES || this.at === WAYS.length - 1) return false
    this.use(this.at + 1)
    return true
  }

  /* Tries the better ways, the best first; the one in use goes on meanwhile. */
  tryUp(at = 0) {
    if (this.trial) return
    clearTimeout(this.later)
    if (at < this.at && this.current) this.trial = this.begin(at)
    else this.later = this.tryLater()
  }

  tryLater() {
    return setTimeout(() => this.tryUp(), this.every * (0.9 + Math.random() / 5))
  }

  moveTo(attempt) {
    if (this.current) drop(this.current)
    Object.assign(this, { current: attempt, trial: null })
    this.use(attempt.at)
    this.tryUp(attempt.at)
  }

  use(at) {
    Object.assign(this, { at, strikes: 0 })
    remember(this.name)
  }

  /* Has the line gone silent? Then it is dead, whatever the browser believes. */
  checkPulse() {
    const { heard } = this.current ?? {}
    if (heard && performance.now() - heard > STALE) this.end(this.current, SILENT)
  }
}

function drop({ line, late }) {
  clearTimeout(late)
  line.abandon()
}

function remembered() {
  try {
    return Math.max(0, WAYS.findIndex(({ name }) => name === sessionStorage.getItem(KEPT)))
  } catch {
    return 0 // storage is blocked
  }
}

function remember(name) {
  try {
    sessionStorage.setItem(KEPT, name)
  } catch {
    return // found anew after each load
  }
}
