/* Does this look like the name of a private person? The same rule as the server's, boards/person_names.py,
   with its lists, so that a page can ask before it sends anything, with or without a connection. */

const EDGES = /^[.,;:!?()[\]"“”‘’'…]+|[.,;:!?()[\]"“”‘’'…]+$/g

export function looksLikeAPerson(text, lists) {
  const words = text.split(/\s+/).map((word) => word.replace(EDGES, "")).filter(Boolean)
  return hasTitledName(words, lists) || isName(words, lists)
}

function hasTitledName(words, lists) {
  const isTitled = (word, at) => at && lists.titles.includes(words[at - 1].toLowerCase())
  return words.some((word, at) => isTitled(word, at) && isCapitalised(word) && !isKnown(word, lists))
}

function isName(words, lists) {
  if (words.some((word) => isKnown(word, lists))) return false
  const named = words.filter((word) => !lists.particles.includes(word))
  return named.length >= 2 && named.length <= 3 && named.every(isCapitalised)
}

function isCapitalised(word) {
  const letters = word.replace(/[-’']/g, "")
  if (!/^\p{L}+$/u.test(letters) || !/^\p{Lu}/u.test(word) || /[’']s$/.test(word)) return false
  return [...letters].length === 1 || letters !== letters.toUpperCase()
}

function isKnown(word, { words, endings }) {
  const parts = word.toLowerCase().replace(/’/g, "'").replace(/'s$/, "").replace(/'+$/, "").split("-")
  return parts.some((part) => words.includes(part) || endings.some((ending) => part.endsWith(ending)))
}
