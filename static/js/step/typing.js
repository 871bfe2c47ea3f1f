/* Is someone in the middle of something that must not move? Unsent words count, and a menu or a list
   in which they are choosing; a box that merely has focus does not. */

const CHOOSING = "select, details[open] > summary, [data-controls] *"

export function hasUnsentText(root) {
  return [...root.querySelectorAll("textarea, input:not([type])")].some(
    (field) => field.value.trim() !== field.defaultValue.trim(),
  )
}

export function isTyping(root) {
  const focus = document.activeElement
  return hasUnsentText(root) || Boolean(focus && root.contains(focus) && focus.matches(CHOOSING))
}
