/* How the actions are shown: side by side or as a list, with or without those that are the same, and on a page of
   middle width one level at a time. Nothing is remembered: a page shows everything when it comes.

   [data-shows="list"]      a button that puts data-local-list on the panel, or takes it off
   [data-level-is="local"]  a button that chooses the level on view */

export function viewActions(root) {
  root.addEventListener("click", ({ target }) => {
    const panel = target.closest("[data-board]")
    const shows = target.closest("[data-shows]")
    const level = target.closest("[data-level-is]")
    if (shows) panel.toggleAttribute(`data-local-${shows.dataset.shows}`)
    if (level) panel.dataset.localLevel = level.dataset.levelIs
    if (shows || level) show()
  })
  root.addEventListener("live:changes", show)

  /* The server sends the buttons as they are at first. */
  function show() {
    for (const button of root.querySelectorAll("[data-shows]")) {
      const on = button.closest("[data-board]").hasAttribute(`data-local-${button.dataset.shows}`)
      button.setAttribute("aria-pressed", String(on))
    }
    for (const button of root.querySelectorAll("[data-level-is]")) {
      const { localLevel = "local" } = button.closest("[data-board]").dataset
      button.setAttribute("aria-pressed", String(localLevel === button.dataset.levelIs))
    }
  }
}
