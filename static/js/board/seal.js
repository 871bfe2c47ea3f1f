/* Sealed notes: how many others have written is all that this page knows, until they open for all.

   The tally says whether they are sealed. It comes after the notes that it opens: while the page still
   says "closed", what arrives is being opened, and is said once. Others' notes are all less one's own. */

export function followSeal(root, { announcer }) {
  let was = false

  const show = () => {
    const tally = root.querySelector("[data-seal] .tally")
    if (!tally) return
    const desk = tally.closest("[data-seal]")
    const is = tally.dataset.sealed === "yes"
    if (is || desk.dataset.seal === "closed") desk.dataset.seal = is ? "closed" : opened(desk)
    root.querySelectorAll("[data-sealed-in]").forEach((place) => count(root, place, announcer))
    if (was && !is) {
      announcer.own("said", { words: tally.querySelector("[data-now-open]").textContent })
      root.dispatchEvent(new CustomEvent("board:arrivals", { bubbles: true }))
    }
    was = is
  }
  root.addEventListener("live:changes", show)
  show()
}

/* Where people write, there is no list of one's own any more: one order, the same for all. */
const opened = (desk) => (desk.dataset.mode === "write" ? "open" : "")

function count(root, place, announcer) {
  const column = place.dataset.sealedIn
  const all = Number(root.querySelector(`[data-count-of="${column}"]`)?.dataset.countSealed ?? 0)
  const mine = root.querySelectorAll(`[data-into="sealed-${column}"] > [data-key]`).length
  const others = Math.max(0, all - mine)
  place.hidden = !others
  if (others) place.querySelector("[data-from-others]").textContent = announcer.sentence("from-others", { count: others })
}
