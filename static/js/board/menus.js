/* Opens in the note what its page offers: Move, Group, I see it differently, Change, Take back. Without a
   connection, or before the note is saved, a writer can still change or take back (<template data-menu-away>).
   Closing gives the focus back to the link; after a move, to the same link in the new place. */

import { giveBack } from "./focus.js"
import { complain } from "./sending.js"

export function openMenus(root, { announcer, send }) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-menu]")
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      const slot = slotOf(link)
      if (slot.dataset.localPart === link.dataset.menu) return close(slot)
      return open(link, slot)
    }
    if (!event.target.closest("[data-controls] [data-close]")) return
    event.preventDefault()
    close(event.target.closest("[data-into]"))
  })

  root.addEventListener("keydown", (event) => {
    const slot = event.key === "Escape" && event.target.closest("[data-controls]")?.closest("[data-into]")
    if (slot) close(slot)
  })

  root.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-controls] form")
    if (!form?.closest("[data-into]")) return
    event.preventDefault()
    carryOut(form)
  })

  async function open(link, slot) {
    const page = (await get(link)) ?? away(root, link)
    if (!page && isCutOff(root)) return announcer.own("away")
    if (!page) return location.assign(link.href)
    root.querySelectorAll("[data-into][data-local-part]").forEach((other) => other !== slot && empty(other))
    slot.replaceChildren(page)
    slot.dataset.localPart = link.dataset.menu
    slot.querySelectorAll("[data-part]").forEach((part) => {
      part.hidden = !part.dataset.part.split(" ").includes(link.dataset.menu)
    })
    link.setAttribute("aria-expanded", "true")
    slot.querySelector(":scope [data-part]:not([hidden]) :is(textarea, select, input:not([type=hidden]), summary, button)")?.focus()
  }

  async function carryOut(form) {
    const item = form.closest("[data-key], [data-item]")
    const key = item.dataset.key ?? `#${item.id}` // asked for before its change arrives and makes it another
    const slot = form.closest("[data-into]")
    const words = form.querySelector("select")?.selectedOptions[0]?.dataset.said ?? form.dataset.said
    const { ok, error, isWaiting } = await send(form)
    if (!ok) return refuse(form, error)
    if (!slot.contains(form)) return
    const part = slot.dataset.localPart
    const column = item.closest(".column")
    empty(slot)
    if (isWaiting) announcer.own("waiting")
    else if (words) announcer.own("said", { words })
    giveBack(root, form.id.startsWith("take-back-") ? "" : key, part, column)
  }

  function refuse(form, error) {
    complain(form, error || root.querySelector("[data-unsaid]")?.content.textContent.trim() || "")
    form.querySelector("textarea, select, input:not([type=hidden]), button")?.focus()
  }

  function close(slot) {
    const link = linkOf(slot)
    empty(slot)
    link?.focus()
  }
}

function slotOf(link) {
  return link.closest(".note, .cluster").querySelector(':scope > [data-into^="menu-"]')
}

function linkOf(slot) {
  return slot.parentNode.querySelector(`[data-menu="${slot.dataset.localPart}"]`)
}

function empty(slot) {
  linkOf(slot)?.removeAttribute("aria-expanded")
  slot.replaceChildren()
  delete slot.dataset.localPart
  slot.dispatchEvent(new CustomEvent("menu:closed", { bubbles: true }))
}

/* The menu from the note's page; null without an answer, or while the server does not know the note. */
async function get(link) {
  if (link.closest("[data-outbox]")) return null
  try {
    const url = new URL(link.href)
    url.search = "part=menu"
    const answer = await fetch(url, { redirect: "error", cache: "no-store" })
    if (!answer.ok) return null
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    return document.adoptNode(page.querySelector("[data-controls]"))
  } catch {
    return null
  }
}

function isCutOff(root) {
  return root.querySelector('.connection[data-connection="offline"]') || !navigator.onLine
}

/* What a writer can do with their own note from what the page knows of it. */
function away(root, link) {
  const item = link.closest('[data-key^="mine-"]')
  const template = root.querySelector("template[data-menu-away]")
  if (!item || !template) return null
  const page = document.importNode(template.content.firstElementChild, true)
  const address = new URL(link.href).pathname
  page.querySelectorAll("form").forEach((form) => (form.action = `${address}${form.dataset.verb}/`))
  page.querySelector("[name=base]").value = item.dataset.version ?? "1"
  page.querySelector("textarea").value = item.querySelector(".note__text").textContent
  return page
}
