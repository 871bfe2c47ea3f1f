/* Is someone in the middle of something that must not move? */

const FIELDS = "textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])"

export function hasUnsentText(root) {
  return [...root.querySelectorAll("textarea, input:not([type])")].some(
    (field) => field.value.trim() !== field.defaultValue.trim(),
  )
}

export function isTyping(root) {
  const focus = document.activeElement
  return hasUnsentText(root) || Boolean(focus?.matches(FIELDS) && root.contains(focus))
}
