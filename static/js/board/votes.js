/* Gives and takes votes without leaving the page. What one has voted for comes to this person alone; until the
   server has said so again, what was pressed counts: in every button at once, and in how many votes are left.

   <form data-vote="notes/<uuid>/">   on a note; its button is pressed when one has voted for it
   [data-votes-each]                  one's own votes: [data-voted-for], and in words [data-votes-left] */

import { complain } from "./sending.js"

const SAVED_FOR = 10000 // milliseconds in which the server's own word follows its answer
const VERBS = { vote: true, unvote: false }

export function followVotes(root, { announcer, outbox, send }) {
  const answered = new Map() // note -> what the server has accepted and not told yet

  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-vote]")
    if (!form) return
    event.preventDefault()
    if (stateOf(form) === "spent") return announcer.own("votes-spent")
    const verb = stateOf(form) === "given" ? "unvote" : "vote"
    const { ok, error, isWaiting } = await send(form, { address: new URL(`${form.dataset.vote}${verb}/`, location.href) })
    complain(form, ok ? "" : error || root.querySelector("[data-unsaid]")?.content.textContent.trim() || "")
    if (ok) say(isWaiting)
  })

  root.addEventListener("outbox:saved", ({ detail: { entry } }) => {
    if (!(entry.kind in VERBS)) return
    const [note] = entry.about
    const isGiven = VERBS[entry.kind]
    answered.set(note, isGiven)
    setTimeout(() => answered.get(note) === isGiven && answered.delete(note) && show(), SAVED_FOR)
  })
  root.addEventListener("outbox:looked", show)
  root.addEventListener("live:changes", show)
  show()

  function say(isWaiting) {
    if (isWaiting) announcer.own("waiting")
    else announcer.own("said", { words: root.querySelector("[data-votes-left]")?.textContent ?? "" })
  }

  function show() {
    const own = root.querySelector("[data-votes-each]")
    if (!own) return
    const given = votesOf(own)
    const left = Math.max(0, Number(own.dataset.votesEach) - given.size)
    root.querySelectorAll("[data-vote]").forEach((form) => draw(form, given.has(noteOf(form)), left))
    const words = own.querySelector("[data-votes-left]")
    write(words, announcer.sentence(left ? "votes-left" : "votes-gone", left ? { count: left } : {}))
    own.querySelectorAll(".votes__dot").forEach((dot, at) => dot.classList.toggle("votes__dot--given", at < given.size))
  }

  /* What the server has told, and after it whatever this person has pressed since. */
  function votesOf(own) {
    const told = new Set([...own.querySelectorAll("[data-voted-for]")].map((one) => one.dataset.votedFor))
    for (const [note, isGiven] of answered) if (told.has(note) === isGiven) answered.delete(note)
    const pressed = outbox.entries.filter(({ kind, state }) => kind in VERBS && state === "waiting")
    for (const [note, isGiven] of [...answered, ...pressed.map(({ about, kind }) => [about[0], VERBS[kind]])]) {
      if (isGiven) told.add(note)
      else told.delete(note)
    }
    return told
  }
}

function draw(form, isGiven, left) {
  const button = form.querySelector("button")
  form.dataset.voteIs = isGiven ? "given" : left ? "free" : "spent"
  button.setAttribute("aria-pressed", String(isGiven))
  if (stateOf(form) === "spent") button.setAttribute("aria-disabled", "true")
  else button.removeAttribute("aria-disabled")
}

function stateOf(form) {
  return form.dataset.voteIs
}

function noteOf(form) {
  return form.dataset.vote.split("/")[1]
}

function write(element, words) {
  if (words && element.textContent !== words) element.textContent = words
}
