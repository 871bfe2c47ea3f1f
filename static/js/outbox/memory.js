/* Keeps what waits to be sent where the browser keeps nothing: as long as this page is open. */
export class MemoryStore {
  isKept = false

  constructor(entries = []) {
    this.entries = new Map(entries.map((entry) => [entry.number, entry]))
    this.last = Math.max(0, ...this.entries.keys())
    this.values = new Map()
  }

  async add(entry) {
    this.last += 1
    this.entries.set(this.last, { ...entry, number: this.last })
    return this.last
  }

  async put(entry) {
    this.entries.set(entry.number, entry)
  }

  async remove(number) {
    this.entries.delete(number)
  }

  async all() {
    return [...this.entries.values()]
  }

  async alter(number, alter) {
    const before = this.entries.get(number) ?? null
    const after = before && alter({ ...before })
    if (after) this.entries.set(number, after)
    else if (before && after === null) this.entries.delete(number)
    return before
  }

  async draft() {}

  async drafts() {
    return []
  }

  async keepDraft() {}

  async swap(name, next) {
    this.values.set(name, next(this.values.get(name)))
    return this.values.get(name)
  }
}
