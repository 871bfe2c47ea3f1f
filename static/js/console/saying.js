/* What the console says aloud: the next step, half-time, who has the controls, and others' notes in batches. */
export function sayWhatHappens(root, announcer, clock) {
  const panel = () => root.querySelector("[data-key=step]")
  const holders = () => root.querySelector(".people__facilitators")?.textContent.trim() ?? ""
  let [step, held, halfTimeOf] = [panel().dataset.step, holders(), ""]

  root.addEventListener("live:changes", ({ detail }) => {
    if (panel().dataset.step !== step) sayStep()
    else detail.applied.forEach(countNote)
    if (holders() !== held) announcer.own("said", { words: (held = holders()) })
  })
  setInterval(sayHalfTime, 1000)

  function sayStep() {
    step = panel().dataset.step
    if (panel().dataset.title) announcer.own("next-step", { step: panel().dataset.title })
  }

  function countNote({ key, isNew, element }) {
    const column = isNew && key.startsWith("note-") && element.closest("section[data-column]")
    if (column) announcer.others("new-notes", { column: column.querySelector("h3").textContent.trim() })
  }

  function sayHalfTime() {
    const { endsAt, length } = root.querySelector("[data-key=timer]")?.dataset ?? {}
    if (!endsAt || halfTimeOf === step) return
    const over = clock.now() - (Number(endsAt) - Number(length) / 2)
    if (over < 0) return
    halfTimeOf = step
    if (over < 3000) announcer.own("half-time")
  }
}
