/* What this device may keep for us, found out by keeping something and taking it away again. */

const NAME = "check"
const PATIENCE = 5000 // milliseconds: some browsers never answer where storage is blocked

export async function keepsNotes() {
  try {
    await Promise.race([keepOne(), late()])
    return { result: "good" }
  } catch {
    return { result: "bad" }
  }
}

export async function keepsSettings() {
  try {
    localStorage.setItem(NAME, NAME)
    const kept = localStorage.getItem(NAME) === NAME
    localStorage.removeItem(NAME)
    return { result: kept ? "good" : "bad" }
  } catch {
    return { result: "bad" }
  }
}

async function keepOne() {
  const opening = indexedDB.open(NAME)
  opening.onupgradeneeded = () => opening.result.createObjectStore(NAME)
  const database = await done(opening)
  const store = () => database.transaction(NAME, "readwrite").objectStore(NAME)
  await done(store().put(NAME, NAME))
  const kept = await done(store().get(NAME))
  database.close()
  indexedDB.deleteDatabase(NAME)
  if (kept !== NAME) throw new Error()
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = request.onblocked = () => reject(request.error)
  })
}

function late() {
  return new Promise((resolve, reject) => setTimeout(reject, PATIENCE))
}
