/* Lines that were pasted at once can become a note each. What does not fit a note, is asked about first, or is more
   than goes at a time (data-lines-at-once), stays in the box with a sentence. What the server refuses comes back by
   the outbox.

   [data-each-line]      the button that offers it, while there are several lines
   [data-local-pasted]   on the form while they came by one paste: they may be several notes, or one */

import { asks } from "../board/asking.js"
import { complain } from "../board/sending.js"
import { countOf, isBlank } from "../board/tidy.js"
import { entryOf } from "../outbox/entry.js"
import { newNumber } from "../outbox/number.js"

const LONGEST = 280

export function offerLines(root, { announcer, opened }) {
  const form = root.querySelector("form[data-lines-at-once]")
  const button = form.querySelector("[data-each-line]")
  const most = Number(form.dataset.linesAtOnce)
  const box = form.elements.text

  box.addEventListener("paste", () => setTimeout(pasted))
  box.addEventListener("input", offer)
  form.addEventListener("note:kept", offer)
  root.addEventListener("submit", (event) => {
    if (event.submitter !== button) return
    event.preventDefault()
    event.stopImmediatePropagation()
    addEach()
  }, { capture: true })
  offer()

  function pasted() {
    form.dataset.localPasted = ""
    offer()
  }

  function offer() {
    const count = linesIn(box.value).length
    if (count < 2) delete form.dataset.localPasted
    if (count > 1) button.textContent = announcer.sentence("each-line", { count })
    if (count > 1 && button.hidden) announcer.own("each-line", { count })
    button.hidden = count < 2
  }

  async function addEach() {
    if ("localKeeping" in form.dataset) return
    form.dataset.localKeeping = ""
    box.readOnly = true
    const { outbox, drafts } = await opened
    const { due, long, asked, over } = parted(linesIn(box.value))
    for (const line of due) await outbox.keep(noteOf(line, outbox))
    box.value = [...long, ...asked, ...over].join("\n")
    box.readOnly = false
    delete form.dataset.localKeeping
    await drafts.keep(form)
    box.dispatchEvent(new Event("input", { bubbles: true }))
    tellOf({ due, long, asked, over })
    box.focus()
  }

  /* What goes now, and why the others stay. */
  function parted(lines) {
    const parts = { due: [], long: [], asked: [], over: [] }
    for (const line of lines) parts[whyNot(line) || (parts.due.length < most ? "due" : "over")].push(line)
    return parts
  }

  function whyNot(line) {
    if (countOf(line) > LONGEST) return "long"
    return asks(form, line) ? "asked" : ""
  }

  function noteOf(line, outbox) {
    const entry = entryOf(form, outbox.here, { address: `notes/${newNumber()}/` })
    entry.fields.find(([name]) => name === "text")[1] = line
    return entry
  }

  function tellOf({ due, ...left }) {
    const told = Object.entries(left).filter(([, lines]) => lines.length)
    complain(form, told.map(([why, { length }]) => announcer.sentence(`lines-${why}`, { count: length })).join(" "))
    if (due.length) announcer.own("lines-added", { count: due.length })
  }
}

function linesIn(text) {
  return text.split("\n").map((line) => line.trim()).filter((line) => !isBlank(line))
}
