/* Two keys on the room's screen: d for the dark variant, kept in this browser, and f for the full screen. */
const KEPT = "screen-theme"

export function heedKeys(root) {
  const html = document.documentElement
  if (kept() === "dark") html.dataset.theme = "dark"
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === "d") turn(html)
    if (event.key === "f") fill(html)
  })
}

function turn(html) {
  if (html.dataset.theme) delete html.dataset.theme
  else html.dataset.theme = "dark"
  try {
    localStorage.setItem(KEPT, html.dataset.theme ?? "")
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
}

function fill(html) {
  if (document.fullscreenElement) document.exitFullscreen()
  else html.requestFullscreen?.()
}

function kept() {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return ""
  }
}
