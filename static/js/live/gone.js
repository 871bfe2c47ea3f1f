/* Someone else took away what has focus: its words go at once, a notice stays until focus leaves. */

import { removeAfterFocus } from "./merge.js"

export function markGone(root, element) {
  const focus = document.activeElement
  for (let node = focus; node !== element; node = node.parentNode) keepOnly(node)
  if (focus === element) element.replaceChildren()
  const notice = root.querySelector("template[data-gone-text]")
  if (notice) element.prepend(document.importNode(notice.content, true))
  element.dataset.gone = ""
  delete element.dataset.key
  removeAfterFocus(element)
}

function keepOnly(node) {
  for (const sibling of [...node.parentNode.childNodes]) if (sibling !== node) sibling.remove()
}
