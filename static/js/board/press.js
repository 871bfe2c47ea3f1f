/* Sends a form[data-press], which stands in a pushed fragment, without leaving the page, and tells how it went.
   What it asked about goes: focus goes on to the next of its kind, else to a heading.

   data-said   what is said once it is done; on the chosen option, or on the form */

import { newNumber } from "../outbox/number.js"
import { isOnView } from "./focus.js"
import { complain } from "./sending.js"

const FIELD = "form[data-press] :is(select, button)"

export function followPresses(root, { announcer, send }) {
  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-press]")
    if (!form) return
    event.preventDefault()
    const onwards = next(root, form) // before the answer: what was asked about may be elsewhere by then
    const words = form.querySelector("select")?.selectedOptions[0]?.dataset.said ?? form.dataset.said
    const { ok, error, isWaiting } = await send(form)
    complain(form, ok ? "" : error || root.querySelector("[data-unsaid]")?.content.textContent.trim() || "")
    if (!ok) return
    announcer.own(isWaiting ? "waiting" : "said", { words })
    if (!isWaiting) goOn(form, onwards)
  })
}

/* For what is sent the way a program does: a form that was pushed lacks what only the page knows. */
export function withToken(root, send) {
  return (form, options) => {
    put(form, "csrfmiddlewaretoken", root.querySelector("input[name=csrfmiddlewaretoken]").value)
    if (!form.elements.operation) put(form, "operation", newNumber())
    return send(form, options)
  }
}

function put(form, name, value) {
  const field = form.elements[name] ?? form.appendChild(document.createElement("input"))
  Object.assign(field, { type: "hidden", name, value })
}

/* Where focus could go on to, the best first. */
function next(root, form) {
  const item = form.closest("li")
  const others = [item?.nextElementSibling, item?.previousElementSibling].map((other) => other?.querySelector(FIELD))
  const headings = [form.closest(".column")?.querySelector(".column__name"), ...root.querySelectorAll(".column__name")]
  return [...others, ...headings, form.closest("[data-key]")?.querySelector("[tabindex='-1']")]
}

/* Whoever is elsewhere by now stays there. */
function goOn(form, onwards) {
  const focus = document.activeElement
  if (focus !== document.body && !form.contains(focus)) return
  onwards.find((place) => place?.isConnected && isOnView(place))?.focus()
}
