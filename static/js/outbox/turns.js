/* One tab at a time sends: by the browser's locks, or where it has none (plain http) by a lease that all
   tabs can read. Two tabs that sent the same would do no harm, for the server does each command once. */

import { newNumber } from "./number.js"

const LEASE = 30000 // milliseconds, longer than any one request may take
const LOOK = 1000

const self = newNumber()

/* Runs `act` alone; whoever waits gets their turn after it. `act` calls the function it is given before each of
   its parts: false means that the turn is over. */
export async function alone(store, name, act) {
  if (navigator.locks) return navigator.locks.request(name, () => act(async () => true))
  while (!(await take(store, name))) await new Promise((resume) => setTimeout(resume, LOOK))
  try {
    return await act(() => take(store, name))
  } finally {
    await store.swap(name, (held) => (held?.by === self ? null : held)).catch(() => {})
  }
}

async function take(store, name) {
  const now = Date.now()
  const held = await store.swap(name, (known) => (isFree(known, now) ? { by: self, until: now + LEASE } : known))
  return held.by === self
}

/* A lease that ends later than any could has been written by another clock. */
function isFree(held, now) {
  return !held || held.by === self || held.until < now || held.until > now + LEASE
}
