/* Says in one polite region what changed: my own actions at once, the others' in one sentence at a time.

   Whoever has switched announcements off on this device hears none. The page holds the region, <p role="status" data-announcer>, outside the board, and the sentences:
     <template data-say="new-notes" data-plural="one">1 new note in {column}</template>
     <template data-say="new-notes" data-plural="other">{count} new notes in {column}</template>
     <template data-say-list>{items}.</template>   how sentences are strung together, with data-separator=", " */

import { setting } from "./settings.js"

const EVERY = 10000 // milliseconds between two announcements of what others do

export class Announcer {
  constructor(root, language = document.documentElement.lang) {
    Object.assign(this, { root, waiting: new Map(), last: -EVERY })
    this.plurals = new Intl.PluralRules(language || "en")
    this.region = root.querySelector("[data-announcer]")
  }

  /* Says the sentence now, and what waits with the next batch. */
  own(name, values = {}) {
    this.write(this.sentence(name, values))
  }

  /* Counts one more of the same; the same name and values make one sentence with {count}. */
  others(name, values = {}, count = 1) {
    const id = JSON.stringify([name, values])
    const known = this.waiting.get(id)
    this.waiting.set(id, { name, values, count: (known?.count ?? 0) + count })
    this.later ??= setTimeout(() => this.flush(), Math.max(0, this.last + EVERY - performance.now()))
  }

  flush() {
    this.later = null
    this.last = performance.now()
    const sentences = [...this.waiting.values()].map(({ name, values, count }) => this.sentence(name, { ...values, count }))
    this.waiting.clear()
    this.write(this.strung(sentences.filter(Boolean)))
  }

  sentence(name, values) {
    const found = [...this.root.querySelectorAll(`template[data-say="${CSS.escape(name)}"]`)]
    const form = values.count === undefined ? "" : this.plurals.select(values.count)
    const fits = (plural) => found.find((template) => (template.dataset.plural ?? "") === plural)
    return filled(fits(form) || fits("other") || fits(""), values)
  }

  strung(sentences) {
    const list = this.root.querySelector("template[data-say-list]")
    const items = sentences.join(list?.dataset.separator ?? " ")
    return items && list ? filled(list, { items }) : items
  }

  write(text) {
    if (this.region && text && setting("announcements") !== "off") this.region.textContent = text
  }
}

function filled(template, values) {
  const text = template?.content.textContent.trim() ?? ""
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
