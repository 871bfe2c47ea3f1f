/* Reads the rows of an agenda and writes what they add up to. All words are the page's own. */
import { clock } from "./clock.js"
import { advise } from "./advice.js"
import { drawBar } from "./bar.js"

const MOST = 240

export function followMinutes(root) {
  const said = root.querySelector("[data-said]")
  const update = () => show(root, sumsOf(root))
  root.addEventListener("input", () => {
    update()
    root.querySelector("[data-unsaved]").hidden = false
  })
  root.addEventListener("change", () => {
    said.textContent = said.parentElement.querySelector("h2").textContent
  })
  update()
}

/* Minutes by part and by stretch of the bar, the whole, and when each row starts. */
function sumsOf(root) {
  const sums = { parts: {}, bar: [], total: 0, starts: new Map() }
  let at = Number(root.dataset.start)
  for (const row of root.querySelectorAll("[data-segment]")) {
    const minutes = minutesOf(row)
    if (!row.dataset.ends) sums.starts.set(row, at)
    at = row.dataset.ends ? Number(row.dataset.ends) : at + minutes
    sums.parts[row.dataset.part] = (sums.parts[row.dataset.part] || 0) + minutes
    sums.bar[row.dataset.segment] = (sums.bar[row.dataset.segment] || 0) + minutes
    sums.total += minutes
  }
  return { ...sums, parts: { ...sums.parts, total: sums.total }, end: at }
}

/* A step that has begun keeps its minutes; half-typed ones count as they were saved. */
function minutesOf(row) {
  const typed = Number(row.querySelector("input")?.value)
  const fits = Number.isInteger(typed) && typed >= 1 && typed <= MOST
  return fits ? typed : Number(row.dataset.minutes)
}

function show(root, sums) {
  sums.starts.forEach((at, row) => write(row.querySelector('[data-clock="start"]'), clock(at)))
  document.querySelectorAll('[data-clock="end"]').forEach((place) => write(place, clock(sums.end)))
  for (const place of root.querySelectorAll("[data-minutes-of]")) {
    write(place, String(sums.parts[place.dataset.minutesOf] ?? 0))
  }
  drawBar(root.querySelectorAll("[data-bar]"), sums.bar, sums.total)
  advise(root.querySelectorAll("[data-advice]"), sums.parts)
}

function write(place, text) {
  if (place && place.textContent !== text) place.textContent = text
}
