/* What the page says about its outbox as a whole: what others have left here, what went out after a break, that
   this browser has lost its place or cannot keep anything. */

import { flash, show } from "../step/connection.js"

const WORDS = ["note", "change", "differently"] // kinds that hold somebody's words

const CONNECTED = ["live", "polling", ""]

export function showBands(root, { announcer, outbox }) {
  let isAway = false
  let sent = 0
  let isShutOut = false
  let connection = ""

  root.addEventListener("outbox:looked", tell)
  root.addEventListener("outbox:told", ({ detail }) => {
    if (detail.state === "waiting") isAway = true
    if (detail.state === "saved" && isAway && detail.entry.kind === "note") sent += 1
    if (detail.state === "saved") back()
    tell()
  })
  root.addEventListener("live:state", ({ detail }) => {
    connection = detail.state
    if (connection === "offline") isAway = true
    isShutOut = detail.state === "shut" && detail.status === 401
    back()
    tell()
  })
  root.addEventListener("click", ({ target }) => target.closest("[data-outbox-clear]") && clear())
  addEventListener("beforeunload", (event) => isOnlyHere() && event.preventDefault())
  tell()

  function tell() {
    root.toggleAttribute("data-local-memory", !outbox.store.isKept)
    root.toggleAttribute("data-local-only-here", isOnlyHere())
    show(root, "lost", outbox.sender.isLost || isShutOut)
    const count = outbox.strangers.filter(({ kind }) => WORDS.includes(kind)).length
    if (count) write("[data-outbox-strangers]", announcer.sentence("strangers", { count }))
    show(root, "strangers", count > 0)
  }

  function isOnlyHere() {
    return !outbox.store.isKept && outbox.entries.length > 0
  }

  /* Said once all is sent and the page is connected again. */
  function back() {
    if (!isAway || !CONNECTED.includes(connection) || outbox.unsent.length) return
    if (sent) {
      const words = announcer.sentence("back", { count: sent })
      write("[data-outbox-back-words]", words)
      announcer.own("said", { words })
      flash(root, "back")
    }
    isAway = false
    sent = 0
  }

  async function clear() {
    for (const { number } of outbox.strangers) await outbox.discard(number)
    await forgetDrafts(outbox)
    root.querySelector("[data-step-name]")?.focus()
  }

  function write(place, words) {
    root.querySelectorAll(place).forEach((one) => one.textContent !== words && (one.textContent = words))
  }
}

async function forgetDrafts({ store, here }) {
  const drafts = (await store.drafts()).filter(({ place, person }) => place === here.place && person !== here.person)
  for (const { id } of drafts) await store.keepDraft({ id, text: "" })
}
