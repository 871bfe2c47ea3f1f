/* Where nothing may stay open: asks every few seconds, never at the same moment as the neighbours. */

import { pause } from "./waiting.js"

const EVERY = 3000 // milliseconds
const BROKEN = 1006

export class Polling {
  constructor(address, { ask, checked, closed }) {
    Object.assign(this, { ask, checked, closed })
    this.run()
  }

  async run() {
    while (!this.isOver) {
      const answered = await this.ask()
      if (this.isOver) return
      if (!answered) return this.closed(BROKEN)
      this.checked()
      await pause(EVERY * (0.75 + Math.random() / 2))
    }
  }

  /* Asks no more. */
  abandon() {
    this.isOver = true
  }
}
