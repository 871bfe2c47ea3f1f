/* Loads the page again when the database was restored, never while text is unsent. */

import { show } from "./connection.js"
import { hasUnsentText } from "./typing.js"

export function loadAgain(root) {
  root.addEventListener("live:reload", () => {
    const unsent = hasUnsentText(root) || root.hasAttribute("data-local-only-here")
    show(root, unsent ? "restored-unsent" : "restored", true)
    if (!unsent) setTimeout(() => location.reload(), 500 + Math.random() * 1500)
  })
}
