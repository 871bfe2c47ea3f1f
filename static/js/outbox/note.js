/* A note that waits stands in one's own list at once, first, under the key of the fragment that will be pushed:
   that takes its place without a jump. Without the list it stands in the tray. */

import { place } from "../live/order.js"
import { isAboutSame, textOf } from "./entry.js"
import { elementFor, elementOf, tell } from "./words.js"

const FIRST = 1e10 // before every number that the server gives, and the newest first

/* True when it was not on the page before. */
export function showNote(root, outbox, entry) {
  const key = `mine-${entry.about[0]}`
  const container = root.querySelector(`[data-into="mine-${CSS.escape(entry.into)}"]`)
  const known = root.querySelector(`[data-key="${key}"]`) ?? elementOf(root, entry)
  const isInPlace = known && (known.dataset.key === key || !container)
  const item = isInPlace ? known : elementFor(root, "note", entry)
  if (!isInPlace) {
    known?.remove()
    if (container) putIn(container, item, key, entry)
    else root.querySelector("[data-outbox-list]").append(item)
  }
  tell(item, entry, outbox.stateOf(entry), latestText(outbox, entry))
  return !isInPlace
}

function putIn(container, item, key, entry) {
  Object.assign(item.dataset, { key, order: `!${FIRST - entry.number}` })
  item.querySelector("[data-into]").dataset.into = `menu-${key}`
  item.querySelector("[data-menu]").href = `${entry.address}#change`
  place(container, item, item.dataset)
}

/* With the words of a change that waits behind it. */
function latestText(outbox, entry) {
  const changes = outbox.unsent.filter((one) => one.kind === "change" && isAboutSame(one, entry))
  return textOf(changes.at(-1) ?? entry)
}
