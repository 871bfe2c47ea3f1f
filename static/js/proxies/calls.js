/* Which calls are one's own: they come to this person alone. Until the server has told of it, what was pressed
   counts.

   [data-own-call="<note>"][data-called]   what the server has told
   form[data-own="<note>"]                 its buttons say which is pressed */

const IS_CALL = /^proxies\/.*\/call\/$/

export function showOwnCalls(root, { outbox }) {
  const show = () => {
    const calls = new Map([...root.querySelectorAll("[data-own-call]")].map(({ dataset }) => [dataset.ownCall, dataset.called]))
    const waiting = outbox.entries.filter(({ address, state }) => state === "waiting" && IS_CALL.test(address))
    waiting.forEach(({ about, fields }) => calls.set(about[0], fields.find(([name]) => name === "call")?.[1]))
    root.querySelectorAll("form[data-own]").forEach((form) => draw(form, calls.get(form.dataset.own)))
  }
  root.addEventListener("live:changes", show)
  root.addEventListener("outbox:looked", show)
  show()
}

function draw(form, own) {
  form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.value === own)))
}
