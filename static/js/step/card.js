/* A card that a facilitator has sent is said once. It takes no focus, and whoever writes sees its name alone.
   Focus that was in one that is taken off goes on to the step, so that the card can go. */

export function announceCards(root, { announcer }) {
  const place = root.querySelector("[data-key=card]")
  const shown = () => (place?.hasAttribute("aria-label") ? place.querySelector("details") : null)
  let known = shown()?.dataset.card

  root.addEventListener("live:changes", () => {
    const card = shown()
    if (card && card.dataset.card !== known) announcer.others("card", { title: card.dataset.title })
    known = card?.dataset.card
    if (!card && place?.contains(document.activeElement)) {
      root.querySelector("[data-step-name]")?.focus({ preventScroll: true })
    }
  })
}
