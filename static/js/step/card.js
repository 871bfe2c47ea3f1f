/* A card that a facilitator has sent is said once. It takes no focus, and whoever writes sees its name alone. */

export function announceCards(root, { announcer }) {
  let known = shown(root)?.dataset.card

  root.addEventListener("live:changes", () => {
    const card = shown(root)
    if (card && card.dataset.card !== known) announcer.others("card", { title: card.dataset.title })
    known = card?.dataset.card
  })
}

const shown = (root) => root.querySelector("[data-key=card] > details")
