/* Shows of each list [data-fit-first] the first whole items that fit, never a clipped one, and says that there are
   more: [data-more-than-fit]. */

export function fitFirst(root) {
  let due = 0
  const soon = () => {
    cancelAnimationFrame(due)
    due = requestAnimationFrame(() => root.querySelectorAll("[data-fit-first]").forEach(fit))
  }
  root.addEventListener("live:changes", soon)
  addEventListener("resize", soon)
  document.fonts?.ready.then(soon)
  soon()
}

function fit(frame) {
  const items = [...frame.querySelectorAll("tbody > tr")]
  const more = frame.querySelector("[data-more-than-fit]")
  show(more, false)
  items.forEach((item) => show(item, true))
  for (let last = items.length - 1; last > 0 && overflows(frame); last -= 1) {
    show(items[last], false)
    show(more, true)
  }
}

function show(item, on) {
  item?.toggleAttribute("data-local-out", !on)
}

/* What stands in the frame takes no more than it has: nothing in it may shrink. */
function overflows(frame) {
  return frame.scrollHeight > frame.clientHeight + 1
}
