/* Single keys for whoever has switched them on in "Your place": n writes, 1 to 8 (0 is 10) goes to a column,
   j and k go from note to note, m moves the one in focus, ? lists them. Never while somebody types. */

import { setting } from "../live/settings.js"

const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog"

export function heedShortcuts(root) {
  const keys = {
    n: () => focusOn(root.querySelector("#write textarea")),
    j: () => step(1),
    k: () => step(-1),
    m: () => press(noteInFocus()),
    "?": () => list(root),
  }

  root.addEventListener("keydown", (event) => {
    const act = /^[0-9]$/.test(event.key) ? () => column(event.key) : keys[event.key]
    if (!act || setting("shortcuts") !== "on" || isMeantElsewhere(event)) return
    if (act()) event.preventDefault()
  })

  function column(key) {
    const place = root.querySelectorAll("[data-strip] [data-go]")[(Number(key) || 10) - 1]
    place?.click()
    return place
  }

  function step(by) {
    const notes = [...root.querySelectorAll(".note[data-key]")].filter(isOnView)
    const at = notes.indexOf(noteInFocus())
    if (at < 0) return focusOn(notes.find((note) => note.closest("[data-local-current]")) ?? notes[0])
    return focusOn(notes[at + by])
  }
}

function noteInFocus() {
  return document.activeElement.closest(".note[data-key]")
}

/* A note takes the focus only while it is asked to, so that a press with the mouse leaves it alone. */
function focusOn(place) {
  if (!place || !isOnView(place)) return null
  if (place.matches(".note")) {
    place.tabIndex = -1
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true })
  }
  place.focus()
  return place
}

function press(note) {
  const link = [...(note?.querySelectorAll('[data-menu="move"], [data-menu="change"]') ?? [])].filter(isOnView)
  const move = link.find(({ dataset }) => dataset.menu === "move") ?? link[0]
  move?.click()
  return move
}

function list(root) {
  const dialog = root.querySelector("[data-shortcuts]")
  dialog?.showModal()
  return dialog
}

function isMeantElsewhere(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest(TYPING)
}

function isOnView(place) {
  return place.checkVisibility?.() ?? place.offsetParent
}
