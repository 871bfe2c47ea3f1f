/* What differs for each person is fetched: a little later than the others, and again until it is there. */

import { isFinalNo, pause, wait } from "./waiting.js"

const SPREAD = 300 // milliseconds over which a roomful of browsers asks

export class Fetches {
  constructor(put) {
    this.put = put // (key, element, head) => was it new enough?
    this.wanted = new Map() // key -> the latest change that asked
  }

  /* Fetches change.fetch for change.key. A newer wish for the same key takes the place of an older one. */
  async want(change) {
    this.wanted.set(change.key, change)
    await pause(Math.random() * SPREAD)
    for (let failures = 0; this.wanted.get(change.key) === change; failures += 1) {
      if (failures) await wait(failures)
      if (await this.get(change)) break
    }
    if (this.wanted.get(change.key) === change) this.wanted.delete(change.key)
  }

  /* True when the question is settled: shown, overtaken, or refused for good. */
  async get(change) {
    try {
      const answer = await fetch(new URL(change.fetch, location.href), { cache: "no-store" })
      if (isFinalNo(answer.status)) return true
      if (!answer.ok || this.wanted.get(change.key) !== change) return false
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const element = page.querySelector(`[data-key="${CSS.escape(change.key)}"]`)
      return element ? this.put(change.key, element, Number(element.dataset.head)) : false
    } catch {
      return false
    }
  }
}
