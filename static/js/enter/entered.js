/* <section data-entered data-from="enter?…">: what was entered last, read again when something was sent or mended.
   Not while a menu is open in it: what someone types there stays. */

const SOON = 150 // milliseconds, so that many notes at once are one question

export function followEntered(root) {
  let due = 0
  const soon = () => {
    clearTimeout(due)
    due = setTimeout(() => readAgain(root), SOON)
  }
  root.addEventListener("outbox:told", ({ detail: { state } }) => state === "saved" && soon())
  root.addEventListener("menu:closed", soon)
}

async function readAgain(root) {
  const list = root.querySelector("[data-entered]")
  if (list.querySelector("[data-controls]")) return
  try {
    const answer = await fetch(list.dataset.from, { redirect: "error", cache: "no-store" })
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const fresh = page.querySelector("[data-entered]")
    if (!fresh || list.querySelector("[data-controls]")) return
    const key = document.activeElement.closest?.("[data-entered] [data-key]")?.dataset.key
    const part = document.activeElement.dataset?.menu
    list.replaceWith(document.adoptNode(fresh))
    if (key) focusOn(root, key, part)
  } catch {
    // nobody answered: the outbox says so, and the list is read again with what is sent next
  }
}

/* The same link of the same note; where the note has gone, the heading of the list. */
function focusOn(root, key, part) {
  const link = root.querySelector(`[data-entered] [data-key="${CSS.escape(key)}"] [data-menu="${part}"]`)
  const place = link ?? root.querySelector("[data-entered] [tabindex]")
  place.focus()
}
