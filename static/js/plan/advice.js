/* Shows the sentences of the guide that hold for the minutes of their stage, and hides the others. */
const HOLDS = { short: (minutes, least) => minutes < least, exact: (minutes, least) => minutes === least }

export function advise(sentences, minutes) {
  for (const sentence of sentences) {
    const holds = HOLDS[sentence.dataset.advice]
    if (!holds) continue
    sentence.hidden = !holds(minutes[sentence.dataset.stage] ?? 0, Number(sentence.dataset.least))
  }
}
