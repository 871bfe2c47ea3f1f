/* Shows what waits in words on the thing itself, and again after whatever else has changed the page.
   What has no place on this page stands in the tray. */

import { showLine } from "./line.js"
import { showNote } from "./note.js"
import { OURS, itemsOf, putAway } from "./words.js"

const TOLD_FOR = { late: 60000, saved: 6000 } // milliseconds in the tray

export function showOutbox(root, outbox) {
  const tray = root.querySelector("[data-outbox-tray]")
  const held = new Map() // number -> the open form that still holds the text

  root.addEventListener("outbox:looked", draw)
  root.addEventListener("live:changes", draw)
  root.addEventListener("menu:closed", draw)
  root.addEventListener("outbox:told", ({ detail }) => detail.state === "saved" && settle(detail))
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-outbox-throw]")
    if (button) throwAway(button.closest(OURS))
  })
  draw()
  return { hold: (number, form) => held.set(number, form), release }

  function draw() {
    const due = outbox.entries.filter(({ number }) => !held.get(number)?.isConnected)
    const added = due.filter((entry) => (entry.kind === "note" ? showNote : showLine)(root, outbox, entry))
    const over = putAway(root, due)
    tray.hidden = !tray.querySelector(OURS)
    if (added.length || over.length) outbox.say("live:changes", { applied: [], held: 0 })
  }

  function release(number) {
    held.delete(number)
    draw()
  }

  /* The pushed fragment is there or takes its place; the tray tells of it for a while. */
  function settle({ number, entry, answer }) {
    for (const item of itemsOf(root, number, entry)) {
      delete item.dataset.localOutbox
      if (!item.matches(OURS)) continue
      if (answer.state === "late") item.dataset.state = "late"
      if (entry.kind === "note") item.dataset.outbox = "saved"
      if (tray.contains(item)) setTimeout(() => (item.remove(), draw()), TOLD_FOR[answer.state] ?? TOLD_FOR.saved)
    }
    draw()
  }

  async function throwAway(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling
    const column = item.closest(".column")
    await outbox.discard(Number(item.dataset.outbox))
    const heading = column?.querySelector(".column__name") ?? root.querySelector("[data-step-name]")
    const place = next?.querySelector("[data-outbox-throw]") ?? heading
    place?.focus()
  }
}
