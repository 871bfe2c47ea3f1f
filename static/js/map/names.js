/* Between whom one's own links are: their fragments hold no names, which come from the list or from the choice. */

export function nameLinks(root) {
  const show = () => root.querySelectorAll("[data-between]").forEach((place) => write(place, wordsFor(root, place.dataset)))
  root.addEventListener("live:changes", show)
  show()
}

function wordsFor(root, { between, one, other }) {
  const row = root.querySelector(`[data-link="${between}"] .links__between`)
  if (row) return row.textContent
  const names = [one, other].map((key) => root.querySelector(`select[data-ends-now] option[value="${key}"]`)?.textContent)
  return names.every(Boolean) ? names.join(" – ") : ""
}

function write(place, words) {
  if (words && place.textContent !== words) place.textContent = words
}
