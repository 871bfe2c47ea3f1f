/* Makes a live element like a newer one without replacing it, so that focus and half-typed text stay.

   Elements are the same when they say so: data-key, data-into, id, name, a form's action. A push never
   enters another fragment or a container; an answer to a fetch is whole, so it goes all the way down and
   asks `isNewer(key)` which of the live fragments it must leave alone, and `isElsewhere(key)` which of those
   that are not on the page must stay away.

   What a person has chosen and not sent yet stays chosen, and so does the sentence why a press was refused. */

import { afterPress } from "./pressing.js"

const OURS = /^(open|tabindex|aria-invalid|data-mine|data-gone|data-local-.*)$/ // set here, not by the server
const SEPARATE = "[data-key], [data-into]"

export function merge(live, next, { whole = false, isNewer = () => false, isElsewhere = isNewer } = {}) {
  const chosen = [...live.querySelectorAll("input")].filter((input) => input.checked !== input.defaultChecked)
  const states = chosen.map((input) => input.checked)
  mergeElement(live, next, { whole, isNewer, isElsewhere })
  chosen.forEach((input, nth) => (input.checked = states[nth]))
}

function mergeElement(live, next, rules) {
  if (saysWhy(live) && !saysWhy(next)) return
  mergeAttributes(live, next)
  mergeChildren(live, next, rules)
}

function saysWhy(element) {
  return element.matches("[data-error]") && Boolean(element.textContent.trim())
}

function mergeAttributes(live, next) {
  for (const { name } of [...live.attributes]) {
    if (!next.hasAttribute(name) && !OURS.test(name)) live.removeAttribute(name)
  }
  for (const { name, value } of next.attributes) {
    if (live.getAttribute(name) !== value && !(OURS.test(name) && live.hasAttribute(name))) {
      live.setAttribute(name, value)
    }
  }
}

function mergeChildren(live, next, rules) {
  const free = new Set(live.childNodes)
  let cursor = live.firstChild
  for (const child of next.childNodes) {
    const twin = find(free, child)
    if (!twin) {
      if (mayArrive(child, rules)) live.insertBefore(document.importNode(child, true), cursor)
      continue
    }
    free.delete(twin)
    if (twin === cursor) cursor = cursor.nextSibling
    else move(live, twin, cursor)
    mergeNode(twin, child, rules)
  }
  for (const left of free) leave(left, rules)
}

function mergeNode(live, next, rules) {
  if (live.nodeType !== Node.ELEMENT_NODE) {
    if (live.nodeValue !== next.nodeValue) live.nodeValue = next.nodeValue
  } else if (!live.matches(SEPARATE)) mergeElement(live, next, rules)
  else if (rules.whole) {
    if (!rules.isNewer(live.dataset.key)) mergeElement(live, next, rules)
  } else if (live.dataset.into) mergeAttributes(live, next)
}

function find(free, child) {
  for (const node of free) if (isSame(node, child)) return node
  return null
}

function isSame(live, next) {
  if (live.nodeType !== next.nodeType || live.nodeName !== next.nodeName) return false
  return live.nodeType !== Node.ELEMENT_NODE || identity(live) === identity(next)
}

function identity(element) {
  const { key, into } = element.dataset
  const own = key || into || element.id || element.getAttribute("name")
  return own || (element.localName === "form" ? element.getAttribute("action") : "") || ""
}

function mayArrive(child, rules) {
  return !(rules.whole && child.dataset?.key && rules.isElsewhere(child.dataset.key))
}

function leave(node, rules) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    if (!rules.whole && (node.matches(SEPARATE) || node.querySelector(SEPARATE))) return
    if (rules.whole && node.dataset.key && rules.isNewer(node.dataset.key)) return
    if (node.contains(document.activeElement)) return removeAfterFocus(node)
  }
  node.remove()
}

/* Removes an element when focus has left it, and not before. */
export function removeAfterFocus(element) {
  element.addEventListener("focusout", function left(event) {
    if (element.contains(event.relatedTarget)) return
    element.removeEventListener("focusout", left)
    afterPress(() => element.remove())
  })
}

/* Moves a node without losing its focus, selection and scroll position where the browser can. */
export function move(parent, node, before) {
  if (parent.moveBefore && node.isConnected) return parent.moveBefore(node, before)
  const focus = node.contains?.(document.activeElement) ? document.activeElement : null
  const { selectionStart, selectionEnd } = focus || {}
  parent.insertBefore(node, before)
  if (!focus) return
  focus.focus({ preventScroll: true })
  if (selectionStart != null) focus.setSelectionRange(selectionStart, selectionEnd)
}
