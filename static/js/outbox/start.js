/* Opens the outbox of a page with all that goes with it. Until then, which takes a moment, no form is sent: words
   in a form are safe, words on their way to a page that does not answer are not. */

import { bringBack } from "../step/draft.js"
import { showBands } from "./bands.js"
import { draftsOf, keepDraftsOf } from "./drafts.js"
import { Outbox } from "./outbox.js"
import { giveBack } from "./refused.js"
import { throughOutbox } from "./sending.js"
import { showOutbox } from "./shown.js"

const WRITING = "form[data-write], form[data-call], form[data-vote], form[data-press], form[data-gather-form]"

/* Returns { outbox, drafts, send, start }; call `start` when whatever writes is ready. */
export async function openOutbox(root, { announcer }) {
  const pressed = holdForms(root)
  const outbox = await Outbox.open(root)
  const shown = showOutbox(root, outbox)
  const drafts = keepDraftsOf(root, outbox)
  giveBack(root, { announcer, outbox, drafts })
  showBands(root, { announcer, outbox })
  const start = async () => {
    pressed.release()
    outbox.start()
    for (const draft of await draftsOf(outbox)) bringBack(root, draft)
  }
  return { outbox, drafts, send: throughOutbox(outbox, shown), start }
}

function holdForms(root) {
  const forms = new Set()
  const hold = (event) => {
    if (!event.target.matches(WRITING)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    forms.add(event.target)
  }
  root.addEventListener("submit", hold, { capture: true })
  return {
    release() {
      root.removeEventListener("submit", hold, { capture: true })
      forms.forEach((form) => form.requestSubmit())
    },
  }
}
