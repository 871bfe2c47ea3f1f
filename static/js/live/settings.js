/* What someone has chosen on "Your place", kept for this device: announcements "off", shortcuts "on". */

export function setting(name) {
  try {
    return localStorage.getItem(name) ?? ""
  } catch {
    return "" // storage is blocked: everything is as it was
  }
}

/* Keeps a choice, or forgets it when it is empty. Says whether the browser kept it. */
export function keep(name, value) {
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
    return setting(name) === value
  } catch {
    return false
  }
}
