/* "Suggest one that is missing" is folded away until it is wanted: a link to it opens it and begins. */

const HERE = "#suggest"

export function openSuggestion(root) {
  root.addEventListener("click", (event) => {
    if (event.target.closest(`a[href="${HERE}"]`) && open(root)) event.preventDefault()
  })
  if (location.hash === HERE) open(root)
}

/* True when there is a box to write in. */
function open(root) {
  const folded = root.querySelector("[data-apart]")
  if (folded) folded.open = true
  const box = root.querySelector("#suggest-text")
  box?.focus()
  return Boolean(box)
}
