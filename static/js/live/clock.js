/* The server's time, whatever this device's clock says, and the timers that show it.

   A timer is an element with data-ends-at (server milliseconds), or data-left while it is paused. In it:
     [data-timer-text]      gets "7:24", and "1:20" again when time is over
     [data-timer-boxes]     each child is a minute; gets --spent (0% to 100%), data-local-spent when full
     [data-from="300"]      words for when 300 seconds or fewer are left; the fitting one is shown
   The timer itself gets data-local-over once its time is up, and data-local-last in the last minute. */

const KEPT = 8 // samples: a late frame only ever makes the server's time look earlier, so the highest holds
const STEPPED = 2000 // milliseconds that nothing but a step of the server's clock explains

export class ServerClock {
  constructor() {
    this.samples = []
  }

  hear(now) {
    const sample = now - performance.now()
    if (this.offset - sample > STEPPED && this.offset - this.samples.at(-1) > STEPPED) this.samples = []
    this.samples = [...this.samples, sample].slice(-KEPT)
    this.offset = Math.max(...this.samples.filter((one) => this.samples.at(-1) - one < STEPPED))
  }

  /* Forgets old samples: this device may have slept. */
  resync() {
    this.samples = this.samples.slice(-1)
  }

  now() {
    return performance.now() + (this.offset ?? Date.now() - performance.now())
  }
}

export function showTimers(root, clock) {
  root.querySelectorAll("[data-ends-at], [data-left]").forEach((timer) => showTimer(timer, clock.now()))
}

/* Shows all timers of the page four times a second; returns a function that stops it. */
export function runTimers(root, clock) {
  const show = () => document.hidden || showTimers(root, clock)
  const wake = () => {
    if (!document.hidden) clock.resync()
    show()
  }
  const ticking = setInterval(show, 250)
  document.addEventListener("visibilitychange", wake)
  root.addEventListener("live:changes", show)
  show()
  return () => {
    clearInterval(ticking)
    document.removeEventListener("visibilitychange", wake)
    root.removeEventListener("live:changes", show)
  }
}

function showTimer(timer, now) {
  const { endsAt, left } = timer.dataset
  const milliseconds = endsAt ? Number(endsAt) - now : Number(left)
  const seconds = Math.ceil(milliseconds / 1000)
  set(timer, "data-local-over", milliseconds <= 0)
  set(timer, "data-local-last", milliseconds <= 60000)
  timer.querySelectorAll("[data-timer-text]").forEach((place) => write(place, clockText(Math.abs(seconds))))
  timer.querySelectorAll("[data-timer-boxes]").forEach((boxes) => fill([...boxes.children], seconds))
  choose([...timer.querySelectorAll("[data-from]")], seconds)
}

function clockText(seconds) {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return `${minutes}:${String(rest).padStart(2, "0")}`
}

/* With the second that the words tell: a page is drawn once for both. */
function fill(boxes, seconds) {
  const spent = boxes.length - seconds / 60
  boxes.forEach((box, minute) => {
    const part = Math.max(0, Math.min(1, spent - minute))
    const percent = `${Math.round(part * 100)}%`
    if (box.style.getPropertyValue("--spent") !== percent) box.style.setProperty("--spent", percent)
    set(box, "data-local-spent", part === 1)
  })
}

/* Shows the words whose time has come last, hides the others. */
function choose(words, seconds) {
  const from = (word) => (word.dataset.from === "" ? Infinity : Number(word.dataset.from))
  const due = words.filter((word) => seconds <= from(word))
  const least = Math.min(...due.map(from))
  words.forEach((word) => set(word, "hidden", !(seconds <= from(word) && from(word) === least)))
}

function set(element, name, on) {
  if (element.hasAttribute(name) !== on) element.toggleAttribute(name, on)
}

/* Into the text that stands there: for a new one the browser would look through every style again. */
function write(element, text) {
  if (element.textContent === text) return
  const [there, ...more] = element.childNodes
  if (there?.nodeType === Node.TEXT_NODE && !more.length) there.data = text
  else element.textContent = text
}
