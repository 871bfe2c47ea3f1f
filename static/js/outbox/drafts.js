/* Half-typed text outlives a reload and a killed browser: kept beside the outbox, one draft for each
   box of a board, with the column it was meant for. */

import { chosenIn } from "../step/draft.js"
import { whereItBelongs } from "./entry.js"

const PAUSE = 300 // milliseconds after the last key

export function keepDraftsOf(root, outbox) {
  let later = null
  const boxOf = (target) => target.closest?.("form[data-write]")

  root.addEventListener("input", ({ target }) => {
    const form = boxOf(target)
    if (!form) return
    clearTimeout(later)
    later = setTimeout(() => keep(form), PAUSE)
  })
  root.addEventListener("change", ({ target }) => boxOf(target)?.elements.text.value && keep(boxOf(target)))
  root.addEventListener("reset", ({ target }) => boxOf(target) && setTimeout(() => keep(target)))
  addEventListener("pagehide", () => root.querySelectorAll("form[data-write]").forEach((form) => form.elements.text.value && keep(form)))

  function keep(form) {
    const { person, place } = outbox.here
    const where = whereItBelongs(form)
    const text = form.elements.text.value
    if (!where.board) return
    clearTimeout(later)
    const draft = { ...where, id: [place, person, where.board, where.box].filter(Boolean).join(" "), place, person, text: text.trim() && text, fields: chosenIn(form) }
    return outbox.store.keepDraft(draft).catch(() => {})
  }

  return { keep }
}

/* This person's half-typed texts here, from before the page was loaded. */
export async function draftsOf(outbox) {
  const { person, place } = outbox.here
  const drafts = await outbox.store.drafts().catch(() => [])
  return drafts.filter((one) => one.person === person && one.place === place)
}
