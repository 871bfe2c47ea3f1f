/* One column is the chosen one: the strip, the box and "Write here" agree on which. On a narrow
   page only that column is on view, or the list of all. Where a desk says [data-room-on] the room chooses, and
   takes along whoever is with it and not writing. */

export function chooseColumn(root, { announcer }) {
  let room = ""

  const desk = () => root.querySelector("[data-board]")
  const chosen = () => root.querySelector(".column[data-local-current]")?.dataset.column

  function choose(column) {
    const shown = root.querySelector(`.column[data-column="${CSS.escape(column ?? "")}"]`)
    if (!shown) return
    root.querySelectorAll(".column").forEach((one) => one.toggleAttribute("data-local-current", one === shown))
    root.querySelectorAll("[data-about]").forEach((one) => {
      one.toggleAttribute("data-local-current", one.dataset.about === column)
    })
    root.querySelectorAll("[data-go]").forEach((link) => {
      if (link.dataset.go === column) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    })
    const option = root.querySelector(`option[data-column="${column}"]`)
    if (option) option.selected = true
    elsewhere()
  }

  function elsewhere() {
    const at = desk()?.dataset.roomOn
    root.querySelectorAll("[data-room-elsewhere]").forEach((band) => (band.hidden = !at || chosen() === at))
  }

  function listAll(on) {
    desk()?.toggleAttribute("data-local-all", on)
  }

  function follow() {
    const now = desk()?.dataset.roomOn ?? ""
    if (!now) room = ""
    if (!chosen()) choose(now || byAddress() || inBox() || root.querySelector(".column")?.dataset.column)
    else if (now && now !== room) moved(now)
    else choose(chosen())
    room = now
  }

  function moved(now) {
    const label = root.querySelector(`.column[data-column="${now}"]`)?.dataset.label
    if (room && label) announcer.own("room-on", { column: label })
    choose(!room || (chosen() === room && !busy()) ? now : chosen())
  }

  function busy() {
    const focus = document.activeElement
    const isInField = desk().contains(focus) && focus.matches("input, textarea, select")
    return isInField || Boolean(root.querySelector("#write textarea")?.value.trim())
  }

  const byAddress = () => root.querySelector(`.column[id="${CSS.escape(location.hash.slice(1))}"]`)?.dataset.column

  const inBox = () => root.querySelector("#write select")?.selectedOptions[0]?.dataset.column

  root.addEventListener("click", (event) => {
    const go = event.target.closest("[data-go], [data-write-here], [data-all]")
    if (!go) return
    event.preventDefault()
    if (go.matches("[data-all]")) return all()
    choose(go.dataset.go ?? go.dataset.writeHere)
    listAll(false)
    if (go.matches("[data-write-here]")) root.querySelector("#write textarea")?.focus()
    else heading()?.focus({ preventScroll: !go.closest('[data-room-elsewhere], [data-strip="below"]') })
    root.dispatchEvent(new CustomEvent("board:view", { bubbles: true }))
  })

  function all() {
    root.removeAttribute("data-local-writing") // the list has no room in the short head
    listAll(true)
    root.querySelector("[data-go][aria-current]")?.focus()
  }

  function heading() {
    const places = root.querySelectorAll("[data-about][data-local-current] [tabindex], .column[data-local-current] [tabindex]")
    return [...places].find((place) => place.checkVisibility?.() ?? place.offsetParent)
  }

  root.addEventListener("change", ({ target }) => {
    if (target.matches("#write select")) choose(target.selectedOptions[0].dataset.column)
  })
  root.addEventListener("live:changes", follow)
  follow()
}
