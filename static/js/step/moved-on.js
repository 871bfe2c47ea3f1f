/* Follows the room from step to step. While someone types nothing moves: a band says where the
   room has gone, and the step waits behind "Go there". */

import { show } from "./connection.js"
import { giveDraft, takeDraft } from "./draft.js"
import { isTyping } from "./typing.js"

export function followSteps(root, { board, announcer }) {
  const put = board.put.bind(board)
  let waiting = null

  board.put = (key, next, head) => {
    const live = board.find("step")
    if (key !== "step" || !live) return put(key, next, head)
    if (next.dataset.step !== live.dataset.step && isTyping(live)) return keepBack(live, next, head)
    waiting = null
    return take(live, next, head)
  }

  function keepBack(live, next, head) {
    const name = nameOf(next)
    if (waiting?.name !== name) announcer.own("moved-on", { step: name })
    waiting = { next, head, name }
    root.querySelector("[data-moved-on-to]").textContent = name
    show(root, "moved-on", true)
    return { key: "step", into: "", isNew: false, isGone: false, element: live }
  }

  function take(live, next, head) {
    const before = { ...live.dataset }
    const hadFocus = live.contains(document.activeElement)
    const draft = takeDraft(live, next)
    const applied = put("step", next, head)
    if (!applied) return applied
    giveDraft(root, next, draft)
    show(root, "moved-on", false)
    if (before.step !== next.dataset.step) arrive(next, hadFocus)
    else say(before, next.dataset)
    return applied
  }

  function arrive(next, hadFocus) {
    document.title = document.title.replace(/^.*( – )/, `${nameOf(next)}$1`)
    if (next.dataset.step !== "ended") announcer.own("next-step", { step: nameOf(next) })
    else announcer.own("said", { words: nameOf(next) })
    if (hadFocus) root.querySelector("[data-step-name]")?.focus()
    scrollTo({ top: 0 })
  }

  function say(before, after) {
    if (before.locked !== after.locked) announcer.own(after.locked === "yes" ? "locked" : "opened")
  }

  root.addEventListener("click", (event) => {
    if (!event.target.closest("[data-go-there]")) return
    event.preventDefault()
    if (!waiting) return
    const { next, head } = waiting
    waiting = null
    take(board.find("step"), next, head)
    root.dispatchEvent(new CustomEvent("live:changes", { bubbles: true, detail: { applied: [], held: 0 } }))
    root.querySelector("[data-step-name]")?.focus()
  })
}

function nameOf(step) {
  return step.querySelector("[data-step-name]")?.textContent.trim() ?? ""
}
