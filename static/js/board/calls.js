/* Makes a call without leaving the page. */

import { complain, send } from "./sending.js"

export function followCalls(root, { announcer }) {
  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-call]")
    if (!form) return
    event.preventDefault()
    const { ok, error } = await send(form)
    complain(form, ok ? "" : error || root.querySelector("[data-unsaid]")?.content.textContent.trim() || "")
    if (!ok) return
    announcer.own("said", { words: form.dataset.said })
  })
}
