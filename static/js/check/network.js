/* What the network lets through. Each answers { result, figure }: "good", "slow" or "bad". */

const TRIPS = 5
const PATIENCE = 8000 // milliseconds
const SLOW = 1000 // milliseconds for one answer
const OFF = 60 // seconds between two clocks

/* Asks a few times; the middle one counts. The device's clock is compared on the quickest. */
export async function asks() {
  const trips = []
  for (let n = 0; n < TRIPS; n += 1) {
    const trip = await ask().catch(() => null)
    if (!trip) return { result: "bad", clock: { result: "bad" } }
    trips.push(trip)
  }
  trips.sort((a, b) => a.took - b.took)
  const figure = Math.round(trips[Math.floor(TRIPS / 2)].took)
  const seconds = Math.round(Math.abs(trips[0].ahead) / 1000)
  const clock = { result: seconds > OFF ? "slow" : "good", figure: seconds }
  return { result: figure > SLOW ? "slow" : "good", figure, clock }
}

async function ask() {
  const begun = performance.now()
  const answer = await fetch("now", { cache: "no-store", signal: AbortSignal.timeout?.(PATIENCE) })
  if (!answer.ok) return null
  const { now } = await answer.json()
  const took = performance.now() - begun
  return { took, ahead: Date.now() - took / 2 - now }
}

export function hearsSocket() {
  const address = new URL("live", location.href)
  address.protocol = address.protocol.replace("http", "ws")
  return hears(() => new WebSocket(address))
}

export function hearsStream() {
  return hears(() => new EventSource("stream"))
}

/* Good once two beats have come apart from each other: one that waits for the end is held back by a proxy. */
function hears(open) {
  return new Promise((found) => {
    const line = open()
    const end = (result) => {
      clearTimeout(late)
      line.onmessage = line.onerror = line.onclose = null
      line.close()
      found({ result })
    }
    const late = setTimeout(() => end("bad"), PATIENCE)
    let first = null
    line.onmessage = () => {
      first ??= performance.now()
      if (performance.now() - first > 200) end("good")
    }
    line.onerror = line.onclose = () => end("bad")
  })
}
