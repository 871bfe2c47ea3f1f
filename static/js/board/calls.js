/* Makes a call without leaving the page. */

import { complain } from "./sending.js"

export function followCalls(root, { announcer, send }) {
  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-call]")
    if (!form) return
    event.preventDefault()
    const { ok, error, isWaiting } = await send(form)
    complain(form, ok ? "" : error || root.querySelector("[data-unsaid]")?.content.textContent.trim() || "")
    if (!ok) return
    announcer.own(isWaiting ? "waiting" : "said", { words: form.dataset.said })
  })
}
