/* <button data-copy="id of what to copy" hidden> with <span data-copied hidden> beside it. The button shows itself
   where the browser lets a page copy, and the words that it was copied stand in the page already. */
export function offerCopy(button) {
  const source = document.getElementById(button.dataset.copy)
  const copied = button.parentElement.querySelector("[data-copied]")
  if (!source || !navigator.clipboard) return
  button.hidden = false
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value ?? source.innerText)
    copied.hidden = false
  })
}
