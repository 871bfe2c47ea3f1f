/* Which command is next. A person's commands keep their order; what was said about one note never passes another
   about the same note. One that fails again and again by itself is set aside, so that the others can go on. */

import { isAboutSame } from "./entry.js"

const ALONE = 3 // failures until the others may pass
const ASIDE = 30000 // milliseconds

export class Queue {
  constructor() {
    this.failures = new Map() // number -> how often it alone has failed
    this.due = new Map() // number -> when it is tried again
  }

  next(entries, now) {
    const behind = []
    for (const entry of entries.filter(({ state }) => state === "waiting")) {
      const isAside = (this.due.get(entry.number) ?? 0) > now
      if (!isAside && !behind.some((other) => isAboutSame(entry, other))) return entry
      behind.push(entry)
    }
    return null
  }

  failedAlone({ number }, now) {
    const failures = (this.failures.get(number) ?? 0) + 1
    this.failures.set(number, failures)
    if (failures >= ALONE) this.due.set(number, now + ASIDE)
  }
}
