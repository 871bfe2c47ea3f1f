/* What the console says aloud: the next step, the clock's few moments, and others' notes in batches. */
export function sayWhatHappens(root, announcer, clock) {
  let step = root.querySelector("[data-key=step]").dataset.step
  let said = new Set()

  root.addEventListener("live:changes", ({ detail }) => {
    const panel = root.querySelector("[data-key=step]")
    if (panel.dataset.step !== step) {
      step = panel.dataset.step
      said = new Set()
      if (panel.dataset.title) announcer.own("next-step", { step: panel.dataset.title })
      return
    }
    for (const { key, isNew, element } of detail.applied) {
      const column = isNew && key.startsWith("note-") && element.closest("[data-column]")
      if (column) announcer.others("new-notes", { column: column.querySelector("h3").textContent.trim() })
    }
  })
  setInterval(sayTime, 1000)

  function sayTime() {
    const timer = root.querySelector("[data-key=timer]")
    const { endsAt, length } = timer?.dataset ?? {}
    if (!endsAt) return
    const left = Number(endsAt) - clock.now()
    const moments = [
      ["half-time", Number(length) / 2],
      ["five-minutes", Number(length) > 300000 ? 300000 : -Infinity],
      ["one-minute", 60000],
      ["time-up", 0],
    ]
    const due = moments.filter(([, from]) => left <= from && left > from - 3000)
    for (const [name] of due) {
      if (!said.has(name + endsAt)) announcer.own(name)
      said.add(name + endsAt)
    }
  }
}
