/* What has focus stays on view when the page changes above it. Whoever has scrolled away from it is left alone. */

export function keepInSight(change) {
  const focus = document.activeElement
  const wasInSight = focus !== document.body && isInSight(focus)
  const result = change()
  const isPushedOut = wasInSight && document.activeElement === focus && !isInSight(focus)
  if (isPushedOut) focus.scrollIntoView({ block: "nearest" })
  return result
}

/* On view and not under a bar that stays. */
function isInSight(element) {
  return [...element.getClientRects()].some(({ left, right, top, bottom }) =>
    element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)),
  )
}
