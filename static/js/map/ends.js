/* The stakeholders that may be chosen are those on the board now: <select data-ends-now>, which comes with the map,
   says which. What someone has chosen stays chosen, also when it has left the board: the server says why not. */

export function followEnds(root) {
  root.addEventListener("live:changes", () => show(root))
}

function show(root) {
  const now = root.querySelector("select[data-ends-now]")
  if (!now) return
  const known = contentsOf(now)
  root.querySelectorAll("select[data-ends]").forEach((select) => contentsOf(select) !== known && renew(select, now))
}

function contentsOf(select) {
  const groups = [...select.querySelectorAll("optgroup")]
  return groups.map(({ label, children }) => [label, ...[...children].map(({ value, text }) => `${value} ${text}`)].join("\n")).join("\n")
}

function renew(select, now) {
  const [first] = select.options
  const chosen = select.selectedOptions[0]
  select.replaceChildren(first, ...[...now.children].map((group) => group.cloneNode(true)))
  if (chosen?.value && ![...select.options].some(({ value }) => value === chosen.value)) select.append(chosen)
  select.value = chosen?.value ?? ""
}
