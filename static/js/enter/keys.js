/* Enter adds the note, Shift and Enter make a new line, unless that was switched off on this device. Where lines
   were pasted, which of the two ways is meant is for a person to say: Enter goes on to the button that offers it. */

import { setting } from "../live/settings.js"

export function addByEnter(root) {
  root.addEventListener("keydown", (event) => {
    const box = event.target.closest("form[data-write] textarea")
    const isPlain = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.isComposing
    if (!box || !isPlain || setting("enter-adds") === "off") return
    event.preventDefault()
    if ("localPasted" in box.form.dataset) box.form.querySelector("[data-each-line]").focus()
    else box.form.requestSubmit()
  })
}
