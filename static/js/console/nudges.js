/* Questions for the facilitator, one of each kind, never on the screen. The server writes them all out in hidden
   lists ([data-nudges]); this shows those whose time has come: most from half-time on, a column only while it is
   empty or has fewest, late notes at once. */

const MOST = 2 // at a time

export function showNudges(root, clock) {
  const box = root.querySelector("[data-nudge-list]")
  const list = box.querySelector("ul")
  const dismissed = new Set()

  list.addEventListener("click", (event) => {
    if (!event.target.closest("[data-dismiss]")) return
    const nudge = event.target.closest("[data-nudge]")
    dismissed.add(nudge.dataset.nudge + step())
    show()
    const place = box.hidden ? root.querySelector("#people") : box.querySelector("h2")
    place.focus({ preventScroll: true })
  })
  root.addEventListener("live:changes", show)
  setInterval(show, 2000)
  show()

  function step() {
    return root.querySelector("[data-key=step]")?.dataset.step
  }

  function show() {
    const due = firstOfEachKind([...root.querySelectorAll("[data-nudges] > [data-nudge]")].filter(isDue))
    const names = due.map((nudge) => nudge.dataset.nudge)
    for (const shown of [...list.children]) if (!names.includes(shown.dataset.nudge)) shown.remove()
    for (const nudge of due) {
      const known = [...list.children].find((shown) => shown.dataset.nudge === nudge.dataset.nudge)
      if (!known) list.append(copyOf(nudge))
      else if (known.querySelector("p").textContent !== nudge.querySelector("p").textContent) known.replaceWith(copyOf(nudge))
    }
    box.hidden = !due.length
  }

  function isDue(nudge) {
    if (dismissed.has(nudge.dataset.nudge + step())) return false
    if (nudge.dataset.nudgeWhen === "half-time" && !isHalfTime()) return false
    const { nudgeEmpty: empty, nudgeFewest: fewest } = nudge.dataset
    if (fewest) return Boolean(root.querySelector(`[data-count-of="${fewest}"][data-fewest]:not([data-count="0"])`))
    return !empty || root.querySelector(`[data-count-of="${empty}"]`)?.dataset.count === "0"
  }

  function isHalfTime() {
    const timer = root.querySelector("[data-key=timer]")
    const { endsAt, left, length } = timer?.dataset ?? {}
    if (!length) return false
    return (endsAt ? Number(endsAt) - clock.now() : Number(left)) <= Number(length) / 2
  }
}

function firstOfEachKind(nudges) {
  const first = (kind) => nudges.find((nudge) => nudge.dataset.nudge.startsWith(kind))
  return ["late", "empty", "fewest", "quiet"].map(first).filter(Boolean).slice(0, MOST)
}

function copyOf(nudge) {
  const copy = nudge.cloneNode(true)
  copy.removeAttribute("id")
  copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"))
  return copy
}
