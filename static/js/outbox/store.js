/* What waits to be sent, and half-typed text, on this device: in IndexedDB, on the disk before anything
   is sent. Where the browser keeps nothing (memory.js) the page says so and keeps it as long as it is open.

   const store = await openStore()
   store.isKept            false when nothing outlives the page
   await store.add(entry)  returns its number; numbers rise in the order of adding, over all tabs */

import { MemoryStore } from "./memory.js"

const NAME = "outbox"
const VERSION = 1
const PATIENCE = 3000 // milliseconds: a browser that cannot keep anything may never answer

export async function openStore() {
  try {
    const store = new Store(await open())
    await store.all() // some browsers open what they cannot read
    return store
  } catch {
    return new MemoryStore()
  }
}

class Store {
  isKept = true

  constructor(database) {
    this.database = database
    database.onversionchange = () => database.close()
  }

  add(entry) {
    return this.change("entries", (entries) => entries.add(entry))
  }

  put(entry) {
    return this.change("entries", (entries) => entries.put(entry))
  }

  remove(number) {
    return this.change("entries", (entries) => entries.delete(number))
  }

  all() {
    return this.read("entries", (entries) => entries.getAll())
  }

  /* Changes an entry if it is still there: `alter` returns what it becomes, or null to remove it. Returns what it
     was, or null. Nobody else can come between. */
  async alter(number, alter) {
    let before = null
    await this.change("entries", (entries) => {
      entries.get(number).onsuccess = ({ target: { result } }) => {
        before = result ?? null
        const after = before && alter({ ...before })
        if (after) entries.put(after)
        else if (before && after === null) entries.delete(number)
      }
    })
    return before
  }

  draft(id) {
    return this.read("drafts", (drafts) => drafts.get(id))
  }

  drafts() {
    return this.read("drafts", (drafts) => drafts.getAll())
  }

  keepDraft(draft) {
    return this.change("drafts", (drafts) => (draft.text ? drafts.put(draft) : drafts.delete(draft.id)))
  }

  /* One value among all tabs, read and written in one go: `next` gets it and returns what it becomes. */
  async swap(name, next) {
    let after
    await this.change("leases", (leases) => {
      leases.get(name).onsuccess = ({ target: { result } }) => leases.put((after = next(result)), name)
    })
    return after
  }

  read(name, ask) {
    return this.carryOut(name, "readonly", ask)
  }

  change(name, act) {
    return this.carryOut(name, "readwrite", act)
  }

  /* The answer comes when the transaction is done, which for a change means: on the disk. */
  carryOut(name, mode, act) {
    return new Promise((done, failed) => {
      const transaction = this.database.transaction(name, mode, { durability: "strict" })
      const request = act(transaction.objectStore(name))
      transaction.oncomplete = () => done(request?.result)
      transaction.onerror = transaction.onabort = () => failed(transaction.error)
    })
  }
}

function open() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore("entries", { keyPath: "number", autoIncrement: true })
      request.result.createObjectStore("drafts", { keyPath: "id" })
      request.result.createObjectStore("leases")
    }
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
    setTimeout(failed, PATIENCE)
  })
}
