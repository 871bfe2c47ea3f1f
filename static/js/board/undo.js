/* "Undo" stands beside the heading of the column for ten seconds after one's own change, then in the note's menu.
   A press is sent at once or not at all: it must not fire later, when others have gone on.

   <template data-undo-offer>   what stands beside the heading
   <form data-undo>             any form that undoes; its answer says in words what was undone */

import { removeAfterFocus } from "../live/merge.js"
import { newNumber } from "../outbox/number.js"
import { giveBack, isOnView } from "./focus.js"
import { complain, send } from "./sending.js"

const OFFERED = 10000 // milliseconds
const HEADS = ".column[data-local-current] .column__head, [data-about][data-local-current] .about__line, .cdesk__head"

export function offerUndo(root, { announcer }) {
  root.addEventListener("outbox:told", ({ detail: { state, entry, answer } }) => {
    if (state === "saved" && answer.undo && !document.hidden) offer(answer.undo, columnOf(entry.into))
  })
  root.addEventListener("undo:offered", ({ detail: { undo, column } }) => offer(undo, column))

  root.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-undo]")
    if (!form) return
    event.preventDefault()
    event.stopImmediatePropagation()
    undo(form)
  }, { capture: true })

  root.addEventListener("keydown", (event) => {
    const form = event.key === "Escape" && event.target.closest("[data-local-offer]")
    if (form) takeLeave(form)
  })

  function offer(number, column) {
    root.querySelectorAll("[data-local-offer]").forEach(putAway)
    const own = column?.querySelector(".column__head, .dcolumn__head")
    const head = [own, ...root.querySelectorAll(HEADS)].find(isOnView) ?? root.querySelector("#trays")
    if (!head) return
    const form = document.importNode(root.querySelector("template[data-undo-offer]").content.firstElementChild, true)
    form.action = `undo/${number}/`
    form.elements.operation.value = newNumber()
    head.append(form)
    setTimeout(() => putAway(form), OFFERED)
  }

  async function undo(form) {
    const { ok, answer, error } = await send(form)
    complain(form, ok ? "" : error || announcer.sentence("not-undone", {}))
    if (!ok) return
    announcer.own("said", { words: answer.said })
    for (const other of root.querySelectorAll("[data-local-offer]")) {
      if (other !== form && other.action === form.action) putAway(other)
    }
    if (form.matches("[data-local-offer]")) takeLeave(form)
    else closeMenu(form)
  }

  function closeMenu(form) {
    const { key } = form.closest("[data-key]").dataset
    const { localPart } = form.closest("[data-into]").dataset
    const column = form.closest(".column")
    form.closest("[data-controls]").querySelector("[data-close]").click()
    giveBack(root, key, localPart, column)
  }

  function columnOf(key) {
    return root.querySelector(`section[data-column="${CSS.escape(key)}"]`)
  }
}

/* A facilitator's send that tells the page what of it can be undone. */
export function undoable(root, send) {
  return async (form, options) => {
    const column = form.closest("section[data-column]")
    const outcome = await send(form, options)
    const undo = outcome.ok && outcome.answer.undo
    if (undo) root.dispatchEvent(new CustomEvent("undo:offered", { detail: { undo, column } }))
    return outcome
  }
}

/* The heading has focus before what had it goes. */
function takeLeave(form) {
  form.parentNode.querySelector("[tabindex]")?.focus()
  putAway(form)
}

function putAway(form) {
  if (form.contains(document.activeElement)) removeAfterFocus(form)
  else form.remove()
}
