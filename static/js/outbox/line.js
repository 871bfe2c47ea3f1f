/* A change, a move or a call that waits is told in a line on the note, the group or the form itself. One that was
   refused and has no place on this page any more stands in the tray, with its text. */

import { elementFor, elementOf, tell } from "./words.js"

/* True when it was not on the page before. */
export function showLine(root, outbox, entry) {
  const known = elementOf(root, entry)
  const state = outbox.stateOf(entry)
  const place = placeOf(root, entry) ?? (state === "refused" ? root.querySelector("[data-outbox-list]") : null)
  if (place?.matches(".note") && state !== "refused") place.dataset.localOutbox = state
  if (known && known.parentNode === place) tell(known, entry, state)
  if (!place || known?.parentNode === place) return false
  known?.remove()
  const item = elementFor(root, "line", entry)
  tell(item, entry, state)
  place.append(item)
  return true
}

function placeOf(root, { on, about }) {
  const keys = [on, `mine-${about[0]}`, `note-${about[0]}`, `cluster-${about[0]}`].map((key) => CSS.escape(key))
  const places = keys.map((key) => root.querySelector(`[data-key="${key}"], form[id="${key}"]`))
  return places.find((place) => place?.checkVisibility()) ?? null
}
