const FIRST = 500 // milliseconds
const LONGEST = 15000
const NOT_NOW = [408, 425, 429] // statuses that say nothing for good

/* Waits longer after each failure, never as long as the neighbours. */
export function wait(failures) {
  return pause(delay(failures))
}

export function delay(failures) {
  const most = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 10))
  return most * (0.5 + Math.random() / 2)
}

export function pause(milliseconds) {
  return new Promise((resume) => setTimeout(resume, milliseconds))
}

/* Is this status an answer that asking again will not change? */
export function isFinalNo(status) {
  return status >= 400 && status < 500 && !NOT_NOW.includes(status)
}
