/* On a tablet the console shows one part at a time: script, board or people. CSS decides by the width.
   A link to what stands with the board leads there. */
export function showTabs(root) {
  const bar = root.querySelector("[data-tabs]")
  const parts = root.querySelector("[data-parts]")
  const tabs = [...bar.querySelectorAll("[data-tab]")]
  bar.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-tab]")
    if (tab) choose(tab)
  })
  root.addEventListener("click", ({ target }) => {
    if (target.closest('a[href="#trays"]')) choose(bar.querySelector('[data-tab="board"]'))
  })
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length]
    choose(next)
    next.focus()
  })

  function choose(tab) {
    parts.dataset.show = tab.dataset.tab
    for (const one of tabs) {
      one.setAttribute("aria-selected", one === tab)
      one.tabIndex = one === tab ? 0 : -1
    }
    dispatchEvent(new Event("resize"))
  }
}
