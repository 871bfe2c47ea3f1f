/* One stream of events, where WebSockets are blocked: the same frames, acknowledged by coming back. */

const ENOUGH = 1000 // the server has ended it after a window; the browser takes it up again by itself
const BROKEN = 1006

export class LiveStream {
  static patience = 5000 // milliseconds until the first frame: a proxy may keep a stream to itself

  constructor(address, { frame, closed }) {
    Object.assign(this, { closed, code: BROKEN })
    this.source = new EventSource(address)
    this.source.onmessage = ({ data }) => frame(JSON.parse(data))
    this.source.addEventListener("end", ({ data }) => (this.code = Number(data)))
    this.source.onerror = () => this.pause()
  }

  pause() {
    const comesBack = this.code === ENOUGH && this.source.readyState === EventSource.CONNECTING
    if (!comesBack) return this.end()
    this.code = BROKEN
  }

  end() {
    this.abandon()
    this.closed(this.code)
  }

  /* Closes it and hears no more of it. */
  abandon() {
    this.source.onmessage = this.source.onerror = null
    this.source.close()
  }
}
