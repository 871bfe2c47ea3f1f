/* One WebSocket: hands on its frames and acknowledges them, as the server's window asks. */

const EVERY = { frames: 8, characters: 65536, milliseconds: 5000 }

export class LiveSocket {
  static patience = 5000 // milliseconds until the first frame: a proxy may let the handshake hang

  constructor(address, { frame, closed }) {
    Object.assign(this, { frame, closed, frames: 0, characters: 0 })
    const url = new URL(address)
    url.protocol = url.protocol.replace("http", "ws")
    this.socket = new WebSocket(url)
    this.socket.onmessage = ({ data }) => this.hear(data)
    this.socket.onclose = ({ code }) => this.end(code)
  }

  get isOpen() {
    return this.socket.readyState === WebSocket.OPEN
  }

  hear(data) {
    const frame = JSON.parse(data)
    this.got = frame.head
    if (frame.changes.length) this.count(data.length)
    this.frame(frame)
  }

  count(characters) {
    this.frames += 1
    this.characters += characters
    if (this.frames >= EVERY.frames || this.characters >= EVERY.characters) this.acknowledge()
    else this.later ??= setTimeout(() => this.acknowledge(), EVERY.milliseconds)
  }

  acknowledge() {
    clearTimeout(this.later)
    Object.assign(this, { frames: 0, characters: 0, later: null })
    if (this.isOpen) this.socket.send(JSON.stringify({ have: this.got }))
  }

  end(code) {
    clearTimeout(this.later)
    this.closed(code)
  }

  /* Closes it and hears no more of it. */
  abandon() {
    this.socket.onmessage = this.socket.onclose = null
    clearTimeout(this.later)
    this.socket.close()
  }
}
