/* Shows what waits in words on the thing itself, and again after whatever else has changed the page.
   What has no place on this page stands in the tray. */

import { showLine } from "./line.js"
import { showNote } from "./note.js"
import { OURS, SAVED, itemsOf, lateElement, putAway } from "./words.js"

const SAVED_FOR = 6000 // milliseconds in the tray
const LATE_FOR = 60000

const told = ({ about }) => `${OURS}[data-outbox-about="${about[0]}"][data-state="late"]`

export function showOutbox(root, outbox) {
  const tray = root.querySelector("[data-outbox-tray]")
  const held = new Map() // number -> the open form that still holds the text
  const late = new Set() // notes that came late a short while ago

  root.addEventListener("outbox:looked", draw)
  root.addEventListener("live:changes", draw)
  root.addEventListener("menu:closed", draw)
  root.addEventListener("outbox:saved", ({ detail }) => settle(detail))
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
    late.forEach((entry) => (isToldOf(entry) ? tray.querySelector(told(entry))?.remove() : tellOf(entry)))
    tray.hidden = !tray.querySelector(OURS)
    if (added.length || over.length) outbox.say("live:changes", { applied: [], held: 0 })
  }

  function release(number) {
    held.delete(number)
    draw()
  }

  /* The pushed fragment is there or takes its place; the tray tells of it for a while. */
  function settle({ number, entry, answer }) {
    const isLate = answer.state === "late"
    for (const item of itemsOf(root, number, entry)) {
      delete item.dataset.localOutbox
      if (!item.matches(OURS) || entry.kind !== "note") continue
      item.dataset.outbox = SAVED
      if (isLate) item.dataset.state = "late"
      if (tray.contains(item)) after(isLate ? LATE_FOR : SAVED_FOR, () => item.remove())
    }
    if (isLate) {
      late.add(entry)
      after(LATE_FOR, () => late.delete(entry))
    }
    draw()
  }

  /* The step may have gone before its answer came: what became of the note is still said. */
  function tellOf(entry) {
    if (root.querySelector(told(entry))) return
    const item = lateElement(root, entry)
    tray.querySelector("[data-outbox-list]").append(item)
    after(LATE_FOR, () => item.remove())
  }

  /* The box it was written in says so still, or its writer's own list has it. */
  function isToldOf(entry) {
    return root.querySelector(`[data-write][data-local-state="late"], [data-key="mine-${entry.about[0]}"]`)
  }

  function after(time, act) {
    setTimeout(() => (act(), draw()), time)
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
