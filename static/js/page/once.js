/* A form is sent once. A second press while the answer is on its way changes nothing; coming back to the page
   with the browser's Back opens the form again. Forms that a script sends are that script's own affair. */
export function sendOnce(root) {
  const underway = new WeakSet()
  root.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return
    if (underway.has(event.target)) event.preventDefault()
    else underway.add(event.target)
  })
  window.addEventListener("pageshow", () => {
    root.querySelectorAll("form").forEach((form) => underway.delete(form))
  })
}
