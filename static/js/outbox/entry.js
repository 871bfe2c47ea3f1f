/* A command as it waits: everything to send it by, but the CSRF token, which is put in fresh.

   { person, place, address, fields, kind, about, on, into, at, state: "waiting" | "refused", reason }
   person   who wrote it: the page's data-person
   place    the door it is for: /s/WWMY2F/
   address  relative to that: notes/<uuid>/change/
   fields   [[name, value]]; `operation` names the command, so that sending it again is not another
   about    what it touches, by UUID or else by address: it waits for what was said about them before
   on       where its state is shown: the data-key of a note or group, or the id of a form
   board, column, label, into   where its text belongs: for the box, in words, and in one's own list
   box      which of several boxes on one board it was written in: the form's data-box, else empty
   title    what was said beside the text, in words: the fields [data-in-words] */

import { newNumber } from "./number.js"

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const POINTS = ["notes", "cluster", "into"] // fields that name other things it touches
const VERSIONED = "base"

export function whereWeAre(root) {
  return { person: root.dataset.person ?? "", place: new URL("./", location.href).pathname }
}

/* The entry for a form as it is filled in now, under a new number. */
export function entryOf(form, here, { address = form.action, known = [] } = {}) {
  const path = new URL(address, location.href).pathname.replace(here.place, "")
  const fields = [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "operation"].includes(name))
  fields.push(["operation", newNumber()])
  const about = [path, ...fields.filter(([name]) => POINTS.includes(name)).map(([, value]) => value)]
  const entry = { ...here, address: path, fields, kind: kindOf(path), at: Date.now(), state: "waiting", reason: "", tries: 0 }
  entry.about = about.flatMap((words) => words.match(UUID) ?? [])
  if (!entry.about.length) entry.about = [path]
  entry.on = form.closest("[data-key]:not(main)")?.dataset.key ?? form.id
  entry.title = titleOf(form)
  Object.assign(entry, whereItBelongs(form))
  return follow(entry, known)
}

/* { board, column, label, into, box } of a box, or of a note's menu on the board. */
export function whereItBelongs(form) {
  const chosen = form.matches("[data-write]") ? form.elements.column : null
  const columns = [...document.querySelectorAll(".column[data-column], option[data-column]")]
  const key = chosen?.value ?? form.closest(".column")?.id ?? ""
  const column = columns.find((one) => (one.value ?? one.id) === key)
  const board = form.elements.board?.value ?? document.querySelector("[data-board]")?.dataset.board ?? ""
  const label = chosen?.selectedOptions?.[0]?.textContent.trim() ?? column?.dataset.label ?? form.dataset.label ?? ""
  return { board, column: key, label, into: (column ?? chosen)?.dataset.column ?? "", box: form.dataset.box ?? "" }
}

export function textOf(entry) {
  return entry.fields.find(([name]) => name === "text")?.[1] ?? ""
}

/* Everything that its writer chose and wrote, for a line about it. */
export function wordsOf(entry, text = textOf(entry)) {
  return [entry.title, text].filter(Boolean).join(": ")
}

export function fieldOf(entry, name) {
  return entry.fields.find(([each]) => each === name)?.[1] ?? ""
}

function titleOf(form) {
  const chosen = [...form.querySelectorAll("[data-in-words]")].filter(({ value }) => value)
  return chosen.map((field) => field.selectedOptions?.[0].textContent.trim() ?? field.value).join(" – ")
}

export function isAboutSame(one, other) {
  return one.about.some((uuid) => other.about.includes(uuid))
}

/* Of several commands on one note each builds on the version that the one before it makes. */
function follow(entry, known) {
  const base = entry.fields.find(([name]) => name === VERSIONED)
  if (!base) return entry
  const before = known.filter((one) => one.state === "waiting" && one.about[0] === entry.about[0])
  const bases = before.map((one) => (one.kind === "note" ? 0 : Number(fieldOf(one, VERSIONED))))
  if (bases.length) base[1] = String(Math.max(...bases) + 1)
  return entry
}

function kindOf(path) {
  const [first, , verb] = path.split("/")
  return first === "notes" && !verb ? "note" : verb || first
}
