/* Hands the tally's counts to every place that shows one. The words come with the tally. */

export function followCounts(root) {
  const show = () => root.querySelectorAll("[data-count-of]").forEach((count) => handOut(root, count))
  root.addEventListener("live:changes", show)
  show()
}

function handOut(root, count) {
  const column = count.dataset.countOf
  const words = (form) => count.querySelector(`[data-form="${form}"]`)?.textContent ?? ""
  root.querySelectorAll(`[data-count-for="${column}"]`).forEach((place) => {
    const text = words(place.dataset.form)
    if (place.textContent !== text) place.textContent = text
  })
  const sized = `[data-column="${column}"][data-n], [data-sheets-for="${column}"]`
  root.querySelectorAll(sized).forEach((place) => (place.dataset.n = count.dataset.count))
}
