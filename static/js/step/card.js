/* A card that a facilitator has sent is said once. It takes no focus, and whoever writes sees its name alone. */

export function announceCards(root, { announcer }) {
  let known = shown(root)?.id

  root.addEventListener("live:changes", () => {
    const card = shown(root)
    if (card && card.id !== known) announcer.others("card", { title: card.dataset.title })
    known = card?.id
  })
}

const shown = (root) => root.querySelector("[data-key=card] > details")
