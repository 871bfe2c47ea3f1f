/* Words that were refused go back into their box when it is empty: at once, or by "Put it back in the box". */

import { complain } from "../board/sending.js"
import { boxOf, fill, shelve } from "../step/draft.js"
import { textOf } from "./entry.js"
import { OURS } from "./words.js"

export function giveBack(root, { announcer, outbox, drafts }) {
  root.addEventListener("outbox:told", ({ detail: { state, entry } }) => {
    if (state === "refused" && entry.kind === "note" && !document.hidden) putBack(entry)
  })

  root.addEventListener("click", ({ target }) => {
    const item = target.closest("[data-outbox-back]")?.closest(OURS)
    const entry = item && outbox.entries.find(({ number }) => String(number) === item.dataset.outbox)
    if (entry) onDemand(entry)
  })

  async function onDemand(entry) {
    const box = boxOf(root, entry.board, entry.box) ?? shelf(entry)
    if (isFree(box)) await putBack(entry, box)
    else complain(box, announcer.sentence("box-full", {}))
    box.elements.text.focus()
  }

  async function putBack(entry, box = boxOf(root, entry.board, entry.box)) {
    if (!box || !isFree(box) || !(await outbox.claim(entry.number))) return
    fill(box, { ...entry, text: textOf(entry) })
    await drafts.keep(box)
    await outbox.discard(entry.number)
    complain(box, announcer.sentence("not-saved", { reason: entry.reason || announcer.sentence("went-wrong", {}) }))
    announcer.own("said", { words: box.querySelector("[data-error]").textContent })
  }

  /* The place above the step for words whose box is not here. */
  function shelf(entry) {
    const form = root.querySelector("[data-draft] form")
    return isFree(form) ? shelve(root, { ...entry, text: "" }).querySelector("form") : form
  }
}

function isFree(form) {
  const chosen = [...form.querySelectorAll("[data-needed]")].some(({ value }) => value)
  return !chosen && !form.elements.text.value.trim()
}
