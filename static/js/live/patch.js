/* The board as this page shows it: applies changes by key, the highest seq of each key wins.

   const board = new Board(document.body, { hold: (change) => false, fetch: (change) => {} })
   board.apply(changes)  returns what was applied: [{ key, into, isNew, isGone, element }]
   board.release()       shows what `hold` kept back
   board.put(key, element, head)  takes the answer of a fetch */

import { markGone } from "./gone.js"
import { merge } from "./merge.js"
import { place } from "./order.js"

export class Board {
  constructor(root, { hold = () => false, fetch = () => {} } = {}) {
    Object.assign(this, { root, hold, fetch })
    this.known = new Map() // key -> { seq, gone }
    this.parked = new Map() // key -> change whose place is not on this page
    this.held = new Map() // key -> change that the page keeps back
  }

  apply(changes) {
    return changes.map((change) => this.take(change)).filter(Boolean)
  }

  take(change) {
    if (!this.isNews(change)) return null
    this.known.set(change.key, { seq: change.seq, gone: Boolean(change.gone) })
    this.parked.delete(change.key)
    const element = this.find(change.key)
    if (change.gone) return this.remove(change, element)
    if (this.held.has(change.key) || this.hold(change, element)) return this.keepBack(change)
    if (change.fetch) return this.fetch(change)
    return this.show(change, element)
  }

  isNews({ key, seq, gone, into }) {
    const known = this.known.get(key)
    if (!known) return seq > this.drawnAt(into)
    return seq > known.seq || (seq === known.seq && known.gone && !gone)
  }

  /* The head at which a container was drawn with all that was in it; 0 for one that is not here. */
  drawnAt(into) {
    const container = into ? this.container(into) : null
    return Number(container?.closest("[data-head]")?.dataset.head ?? 0)
  }

  find(key) {
    return this.root.querySelector(`[data-key="${CSS.escape(key)}"]`)
  }

  keepBack(change) {
    this.held.set(change.key, change)
    return null
  }

  /* Shows held changes, all or those for one container. */
  release(into = null) {
    const due = [...this.held.values()].filter((change) => into === null || change.into === into)
    due.forEach((change) => this.held.delete(change.key))
    return due
      .sort((a, b) => a.seq - b.seq)
      .map((change) => (change.fetch ? this.fetch(change) : this.show(change, this.find(change.key))))
      .filter(Boolean)
  }

  show(change, element) {
    const next = parse(change.html)
    const container = change.into ? this.container(change.into) : null
    if (change.into ? !container : !element) return this.park(change, element)
    const isNew = !element
    if (isNew) element = document.importNode(next, true)
    else merge(element, next)
    if (container) place(container, element, change)
    this.unpark()
    return { key: change.key, into: change.into || "", isNew, isGone: false, element }
  }

  container(into) {
    return this.root.querySelector(`[data-into="${CSS.escape(into)}"]`)
  }

  park(change, element) {
    this.parked.set(change.key, change)
    if (change.into) element?.remove()
    return null
  }

  unpark(above = 0) {
    for (const [key, change] of this.parked) {
      if (!(change.into ? this.container(change.into) : this.find(key))) continue
      this.parked.delete(key)
      if (change.seq > above) this.show(change, this.find(key))
    }
  }

  remove(change, element) {
    this.held.delete(change.key)
    if (!element) return null
    if (element.contains(document.activeElement)) markGone(this.root, element)
    else element.remove()
    return { key: change.key, into: "", isNew: false, isGone: true, element }
  }

  /* Takes the answer of a fetch, complete up to `head`: newer fragments on the page stay as they are. */
  put(key, next, head) {
    const live = this.find(key)
    if (!live || head < (this.known.get(key)?.seq ?? 0)) return null
    const isNewer = (inner) => inner !== key && (this.known.get(inner)?.seq ?? 0) > head
    const items = [...next.querySelectorAll("[data-key]")].map((item) => item.dataset.key)
    const newer = [...live.querySelectorAll("[data-key]")].filter((item) => isNewer(item.dataset.key))
    const places = new Map(newer.map((item) => [item, item.parentElement.closest("[data-into]")?.dataset.into]))
    merge(live, next, { whole: true, isNewer, isElsewhere: (inner) => isNewer(inner) && this.isElsewhere(inner) })
    places.forEach((into, item) => this.putBack(live, item, into))
    items.filter((item) => !isNewer(item)).forEach((item) => this.known.set(item, { seq: head }))
    for (const item of live.querySelectorAll("[data-into] > [data-key]")) {
      if (isNewer(item.dataset.key)) place(item.parentNode, item, item.dataset)
    }
    this.unpark(head)
    return { key, into: "", isNew: false, isGone: false, element: live }
  }

  /* Gone, or at another place, here or not. What is nowhere, and only newer than a page, arrives as the page has it:
     there it is found by what changes it or fetches it anew. */
  isElsewhere(key) {
    return Boolean(this.known.get(key)?.gone || this.parked.get(key)?.into || this.find(key))
  }

  /* A newer fragment went with what stood around it: it takes the place of its older self, or has one again. */
  putBack(live, item, into) {
    if (live.contains(item)) return
    const { key, order } = item.dataset
    const older = this.find(key)
    const container = into ? this.container(into) : null
    if (older) older.replaceWith(item)
    else if (container) place(container, item, item.dataset)
    else if (into) this.parked.set(key, { key, into, order, seq: this.known.get(key).seq, html: item.outerHTML })
  }
}

/* Inert: the server rendered and escaped it, and a template runs and loads nothing. */
function parse(html) {
  const template = document.createElement("template")
  template.innerHTML = html
  return template.content.firstElementChild
}
