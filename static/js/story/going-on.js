/* "Change it" brings a first response into the box, to go on from: its words, its owner, where it belongs. What it
   was stands above the box until the response is added. After that the box stays where it was.

   [data-instead]   the line of a box that says which first response it goes on from */

const BOX = "form[data-response]"

export function goOnFrom(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-instead-of]")
    const form = root.querySelector(`${BOX}:has([data-instead])`)
    if (link && form && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      bring(link, form)
    }
    const none = event.target.closest("[data-instead-none]")
    if (none) clear(none.form)
  })

  /* A draft that was brought back names a first response, too. */
  root.addEventListener("input", ({ target }) => target.form?.matches(BOX) && tell(root, target.form))
  root.addEventListener("live:changes", () => root.querySelectorAll(BOX).forEach((form) => tell(root, form)))

  root.addEventListener("reset", ({ target: form }) => {
    if (!form.matches(BOX)) return
    const { value } = form.elements.column
    if (form.elements.instead_of) form.elements.instead_of.value = ""
    setTimeout(() => {
      form.elements.column.value = value
      tell(root, form)
    })
  })
}

function bring({ dataset: { insteadOf, place, owner } }, form) {
  const { elements } = form
  if (form.closest("details")) form.closest("details").open = true
  elements.instead_of.value = insteadOf
  elements.column.value = place
  if (!elements.text.value.trim()) elements.text.value = wordsOf(document, insteadOf)
  if (!elements.owner.value) elements.owner.value = owner
  elements.column.dispatchEvent(new Event("change", { bubbles: true }))
  elements.text.dispatchEvent(new Event("input", { bubbles: true }))
  elements.text.focus()
}

function clear(form) {
  form.elements.instead_of.value = ""
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }))
  form.elements.text.focus()
}

function tell(root, form) {
  const others = form.querySelector("[data-ticks-others]:not([open])")
  if (others?.querySelector(":checked")) others.open = true
  const line = form.querySelector("[data-instead]")
  if (!line) return
  const { value } = form.elements.instead_of
  const words = value && wordsOf(root, value)
  const place = line.querySelector("[data-instead-words]")
  line.hidden = !value
  if (value && words && place.textContent !== words) place.textContent = words
}

function wordsOf(root, key) {
  return root.querySelector(`#text-${CSS.escape(key)}`)?.textContent.trim() ?? ""
}
