/* Nothing moves under a finger: what would change the page waits until a press has ended.

   A press is over a moment after the pointer is up, when the click has reached what was pressed. */

const AFTER = 50 // milliseconds

let isPressed = false
addEventListener("pointerdown", () => (isPressed = true), true)
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => setTimeout(() => (isPressed = false), AFTER), true)
}

export function afterPress(act) {
  if (!isPressed) return act()
  setTimeout(() => afterPress(act), AFTER)
}
