/* Shows findings: the words stand in the page, <... data-when="good" hidden>, and one of them is shown. */

export function startAgain(root) {
  root.querySelectorAll("[data-check], [data-overall]").forEach((part) => choose(part, ["waiting"]))
  root.querySelectorAll("[data-finding]").forEach((place) => (place.textContent = ""))
}

export function showFinding(root, name, { result, figure }) {
  const row = root.querySelector(`[data-check="${name}"]`)
  row.querySelectorAll("[data-figure]").forEach((place) => (place.textContent = figure ?? ""))
  choose(row, [result])
  const copy = root.querySelector(`[data-finding="${name}"]`)
  if (copy) copy.textContent = row.querySelector("[data-when]:not([hidden])").textContent.replace(/\s+/g, " ")
}

export function showOverall(root, found) {
  const sentences = [overall(found)]
  if (found.notes.result === "bad") sentences.push("forgets")
  choose(root.querySelector("[data-overall]"), sentences)
}

function overall({ http, socket, stream }) {
  if (http.result === "bad") return "bad"
  if (socket.result === "good") return "good"
  return stream.result === "good" ? "stream" : "polling"
}

function choose(part, names) {
  part.querySelectorAll("[data-when]").forEach((words) => (words.hidden = !names.includes(words.dataset.when)))
}
