/* Sends the console's forms without leaving the page. What changed arrives live, so nothing is loaded again.
   What is written (data-write) goes through the outbox; a press is sent now or not at all.

   <form data-once>           a second press within a second is not sent: it was a double press
   <form data-then="#name">   its button is not there afterwards: focus goes to this
   [data-error] in the form, else [data-problem] of the page, shows why something was not done. */

import { complain, send } from "../board/sending.js"

const DEAD = 1000 // milliseconds

export function sendForms(root, announcer) {
  const sending = new WeakSet()
  let pressed = -DEAD

  root.addEventListener("submit", async (event) => {
    const form = event.target
    if (event.defaultPrevented || form.method !== "post" || form.matches("[data-write]")) return
    event.preventDefault()
    if (sending.has(form) || isDoublePress(form)) return
    sending.add(form)
    await carryOut(form)
    sending.delete(form)
  })

  function isDoublePress(form) {
    if (!form.hasAttribute("data-once")) return false
    const now = performance.now()
    if (now - pressed < DEAD) return true
    pressed = now
    return false
  }

  async function carryOut(form) {
    const { ok, error } = await send(form)
    tell(form, ok ? "" : error || announcer.sentence("failed", {}))
    if (!ok) return
    if (form.dataset.said) announcer.own("said", { words: form.dataset.said })
    if (form.dataset.then) goOn(form)
  }

  /* What was pressed is gone with the answer, or by a push before it, which leaves focus nowhere: it goes on to what
     takes its place, as soon as that is there. Focus that is elsewhere by now stays there. */
  function goOn(form) {
    const focus = document.activeElement
    if (focus !== document.body && !form.contains(focus)) return
    const next = root.querySelector(form.dataset.then)
    if (next) next.focus()
    else root.addEventListener("live:changes", () => goOn(form), { once: true })
  }

  function tell(form, words) {
    if (form.querySelector("[data-error]")) return complain(form, words)
    const place = root.querySelector("[data-problem]")
    place.textContent = words
    place.hidden = !words
  }
}
