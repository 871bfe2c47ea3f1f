/* The facilitator's ticks beside "Do": kept in this browser, for the step they belong to. */
export function keepTicks(root) {
  const show = () => root.querySelectorAll("[data-ticks] input").forEach((box) => (box.checked = kept(box)))
  root.addEventListener("change", ({ target }) => {
    if (target.closest("[data-ticks]")) keep(target)
  })
  root.addEventListener("live:changes", show)
  show()
}

function kept(box) {
  try {
    return localStorage.getItem(box.id) === "done"
  } catch {
    return box.checked
  }
}

function keep(box) {
  try {
    if (box.checked) localStorage.setItem(box.id, "done")
    else localStorage.removeItem(box.id)
  } catch {
    // Storage is blocked: the ticks last as long as the page.
  }
}
