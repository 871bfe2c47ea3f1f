/* Gives an action its mark without leaving the page. When a mark has come, by oneself or by another, what was
   opened to give one closes, unless someone is choosing there.

   form[data-mark-form]   stands in a pushed fragment; [data-said] on a choice is what is said once it is done */

import { complain } from "../board/sending.js"

export function markActions(root, { announcer, send }) {
  const known = new WeakMap() // form -> the mark that it was shown with

  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-mark-form]")
    if (!form) return
    event.preventDefault()
    const chosen = form.querySelector("[name=mark]:checked")
    const { ok, error, isWaiting } = await send(form)
    complain(form, ok ? "" : error || root.querySelector("[data-unsaid]")?.content.textContent.trim() || "")
    if (!ok) return
    announcer.own(isWaiting ? "waiting" : "said", { words: chosen?.dataset.said ?? "" })
    if (!isWaiting) close(form)
  })

  root.addEventListener("live:changes", follow)
  follow()

  /* Whoever has opened a choice keeps it: the head above says what the mark is now. */
  function follow() {
    for (const form of root.querySelectorAll("form[data-mark-form]")) {
      const mark = form.closest("[data-mark]").dataset.mark
      if (known.get(form) === mark) continue
      if (known.has(form) && !form.closest("details").open) form.reset()
      known.set(form, mark)
    }
  }
}

function close(form) {
  const choice = form.closest("details")
  const hadFocus = choice.contains(document.activeElement) || document.activeElement === document.body
  choice.open = false
  form.reset()
  if (hadFocus) choice.querySelector("summary").focus()
}
