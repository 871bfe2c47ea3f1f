/* Of a form with several buttons the one that was pressed is sent with it, however the form is sent. */

export function sendWhatWasPressed(root) {
  root.addEventListener("submit", ({ target: form, submitter }) => submitter?.name && keep(form, submitter), { capture: true })
}

function keep(form, { name, value }) {
  if (submitsByItself(form)) return
  const known = form.querySelector("input[data-chosen]")
  const field = known ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden" }))
  field.dataset.chosen = ""
  Object.assign(field, { name, value })
}

/* A plain form sends its button already. */
function submitsByItself(form) {
  return !form.matches("[data-call], [data-press]")
}
