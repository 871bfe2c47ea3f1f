/* A note's text as the server keeps it, so that both count the same: workshops/text.py has the same rule. */

/* Controls but the line end, and the signs that could turn other people's words around. */
const DROPPED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]/g

export function tidy(text) {
  const plain = text.replace(/\r\n?/g, "\n").replaceAll("\t", " ")
  return plain.replace(DROPPED, "").normalize("NFC").trim()
}

/* Code points, as the server counts: an emoji of one sign is one. */
export function countOf(text) {
  return [...tidy(text)].length
}

/* Signs that take no room: a note of nothing else would be empty to the eye. */
const UNSEEN = /[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060\u3164]/g

export function isBlank(text) {
  return !tidy(text).replace(UNSEEN, "")
}
