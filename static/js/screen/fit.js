/* Shows in each list [data-fit] the newest whole items that fit, never a clipped one. They keep their order.
   An item that holds [data-fit-last] is left out only when all others are. */
export function fitLists(root) {
  let due = 0
  const soon = () => {
    cancelAnimationFrame(due)
    due = requestAnimationFrame(() => fitAll(root))
  }
  root.addEventListener("live:changes", soon)
  addEventListener("resize", soon)
  document.fonts?.ready.then(soon)
  soon()
}

function fitAll(root) {
  const lists = [...root.querySelectorAll("[data-fit]")]
  lists.forEach((list) => list.querySelectorAll("[data-local-out]").forEach((item) => item.removeAttribute("data-local-out")))
  const short = lists.filter((list) => fit(list) && list.matches(".notes"))
  const newest = root.querySelector("[data-newest]")
  if (newest) newest.hidden = !short.length
}

/* Takes out the oldest items until the list fits; returns how many are out. */
function fit(list) {
  const goesLast = (item) => Number(Boolean(item.querySelector("[data-fit-last]")))
  const items = itemsOf(list).sort((one, other) => goesLast(one) - goesLast(other))
  if (!overflows(list)) return 0
  let [least, most] = [0, items.length]
  while (least < most) {
    const middle = (least + most) >> 1
    items.forEach((item, index) => item.toggleAttribute("data-local-out", index < middle))
    if (overflows(list)) least = middle + 1
    else most = middle
  }
  items.forEach((item, index) => item.toggleAttribute("data-local-out", index < least))
  return least + bringBack(list, items.slice(0, least).reverse())
}

/* An older, shorter item may still fit where the next one did not. */
function bringBack(list, out) {
  let back = 0
  for (const item of out.slice(0, 12)) {
    item.removeAttribute("data-local-out")
    if (overflows(list)) item.setAttribute("data-local-out", "")
    else back += 1
  }
  return -back
}

/* Notes one by one, also those inside a group, oldest first as they stand; a list of names has no notes. */
function itemsOf(list) {
  const notes = [...list.querySelectorAll(".note")]
  return notes.length ? notes : [...list.children].filter((item) => !item.hidden)
}

function overflows(list) {
  return list.scrollHeight > list.clientHeight + 1 || list.scrollWidth > list.clientWidth + 1
}
