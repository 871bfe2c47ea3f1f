/* The console's few shortcuts. Space never presses Next: it is too easily meant for the page. */
export function heedKeys(root) {
  root.addEventListener("keydown", (event) => {
    if (event.altKey && event.shiftKey && event.code === "KeyP") press(event, "press-pause")
    else if (event.key === "+" && event.target.closest("#controls")) press(event, "press-add-2")
  })
  for (const name of ["keydown", "keyup"]) {
    root.addEventListener(name, (event) => {
      if (event.key === " " && event.target.id === "press-next") event.preventDefault()
    })
  }
}

function press(event, id) {
  const button = document.getElementById(id)
  if (!button) return
  event.preventDefault()
  button.click()
}
