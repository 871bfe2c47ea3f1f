/* Where focus goes when a menu of the board has done its work. */

const HEADINGS = "[data-about][data-local-current] [tabindex], [data-notes-name]"

const LOOKS = [400, 1000, 2000] // milliseconds

/* Focus goes back at once, to the link `part` of the note or group with this key, or of what stands within another
   fragment under this "#id"; without either to the heading. The note may
   move or go when its change arrives: then it is found again, unless its reader has gone on meanwhile; where it
   is not on view, the heading above it has focus. */
export function giveBack(root, key, part, column) {
  const focus = () => {
    const item = key.startsWith("#") ? key : `[data-key="${key}"]`
    const link = root.querySelector(`${item} [data-menu="${part}"]`)
    const place = [link, column?.querySelector(".column__name"), ...root.querySelectorAll(HEADINGS)].find(isOnView)
    place?.focus()
    return place
  }
  const first = focus()
  const again = () => [first, document.body].includes(document.activeElement) && focus()
  LOOKS.forEach((wait) => setTimeout(again, wait))
}

export function isOnView(place) {
  return place?.checkVisibility()
}
