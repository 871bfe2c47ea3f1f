/* Looks at another prompt card without leaving the console: [data-card] links to the page that shows one. */

export function lookAtCards(root, fetches) {
  root.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-card]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    await fetches.want({ key: "card-preview", fetch: link.href })
    root.querySelector("#card-preview-name")?.focus()
  })
}
