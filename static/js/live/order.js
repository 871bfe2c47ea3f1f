/* Puts an item where its order says: by data-order, then by data-key. What has no key keeps its place. */

import { move } from "./merge.js"

export function place(container, element, { order, key }) {
  const after = (item) => item !== element && compare(item.dataset, { order, key }) > 0
  const before = [...container.children].find((item) => item.dataset.key && after(item)) || null
  if (element.parentNode === container && nextItem(element) === before) return
  move(container, element, before)
}

function nextItem(element) {
  let next = element.nextElementSibling
  while (next && !next.dataset.key) next = next.nextElementSibling
  return next
}

function compare(a, b) {
  const [left, right] = [[a.order || "", a.key], [b.order || "", b.key]]
  if (left[0] !== right[0]) return left[0] < right[0] ? -1 : 1
  return left[1] < right[1] ? -1 : left[1] > right[1] ? 1 : 0
}
