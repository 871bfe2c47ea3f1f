/* "Start a group" turns the tick boxes on; the ticked notes get a name and become a group. */

import { newNumber } from "../outbox/number.js"
import { complain } from "./sending.js"

export function followGathering(root, { announcer, send }) {
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-gather-start]")
    if (button) turn(button.closest(".column"), button.getAttribute("aria-expanded") !== "true")
  })

  root.addEventListener("change", ({ target }) => {
    if (target.matches(".note__tick input")) count(target.closest(".column"))
  })

  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-gather-form]")
    if (!form) return
    event.preventDefault()
    const { ok, error, isWaiting } = await send(form, { address: `groups/${newNumber()}/` })
    complain(form, ok ? "" : error || root.querySelector("[data-unsaid]")?.content.textContent.trim() || "")
    if (!ok) return form.querySelector("input:not([type=hidden])").focus()
    announcer.own(isWaiting ? "waiting" : "said", { words: form.dataset.said })
    form.reset()
    const column = form.closest(".column")
    turn(column, false)
    column.querySelector("[data-gather-start]").focus()
  })

  function turn(column, on) {
    column.toggleAttribute("data-local-gathering", on)
    column.querySelector("[data-gather-start]").setAttribute("aria-expanded", String(on))
    if (!on) column.querySelectorAll(".note__tick input").forEach((box) => (box.checked = false))
    count(column)
    if (on) column.querySelector(".note__tick input")?.focus()
  }

  function count(column) {
    const ticked = column.querySelectorAll(".note__tick input:checked").length
    const button = column.querySelector("[data-gather-button]")
    if (ticked) button.textContent = announcer.sentence("group", { count: ticked })
  }
}
