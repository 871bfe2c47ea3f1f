/* "What if this one drops out?" answers in place, and again when the map has changed. Without this script it is an
   ordinary page. */

const FORM = "form[data-what-if]"

export function askWhatIf(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target.closest(FORM)
    if (!form) return
    event.preventDefault()
    answer(form)
  })

  root.addEventListener("live:changes", ({ detail }) => {
    const form = root.querySelector(`${FORM}[data-local-asked]`)
    if (form && detail.applied.some(({ key }) => key?.startsWith("map-"))) answer(form)
  })
}

async function answer(form) {
  const asked = new URLSearchParams(new FormData(form))
  form.dataset.localAsked = ""
  const found = await get(`${form.dataset.whatIf}?${asked}`)
  const place = form.parentNode.querySelector("[data-what-if-answer]")
  if (found && place && place.textContent !== found.textContent) place.replaceChildren(found)
}

/* Without an answer what was said before stays. */
async function get(address) {
  try {
    const answer = await fetch(address, { cache: "no-store" })
    if (!answer.ok) return null
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    return document.adoptNode(page.querySelector("[data-absence]"))
  } catch {
    return null
  }
}
