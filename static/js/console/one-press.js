/* A late note is admitted, and a hidden one put back, with one press: both can be undone. */
import { newNumber } from "../outbox/number.js"

export function pressOnce(root, announcer, send) {
  root.addEventListener("click", async (event) => {
    const link = event.target.closest('a[data-menu="admit"], a[data-menu="restore"]')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const problem = root.querySelector("[data-problem]")
    const tray = link.closest(".tray")
    const { ok, error } = await send(root.querySelector("form[method=post]"), {
      address: new URL(`${link.dataset.menu}/`, link.href.split("#")[0]),
      fields: { csrfmiddlewaretoken: token(root), operation: newNumber() },
    })
    problem.textContent = ok ? "" : error || announcer.sentence("failed", {})
    problem.hidden = ok
    if (ok) headingAfter(root, tray, link).focus()
  }, { capture: true })
}

/* What was pressed goes: focus is on what is left of its tray, or on the board to which the note went. */
function headingAfter(root, tray, link) {
  const isLeft = [...tray.querySelectorAll(".note")].some((note) => !note.contains(link))
  return isLeft ? tray.querySelector("h3") : root.querySelector("#desk-heading") ?? root.querySelector("#content")
}

function token(root) {
  return root.querySelector("input[name=csrfmiddlewaretoken]").value
}
