/* Links that others add are counted in words; where they go on the map is shown when it is fetched. */

export function announceLinks(root, { announcer }) {
  root.addEventListener("live:changes", ({ detail }) => {
    const added = detail.applied.filter(({ isNew, element }) => isNew && element.closest("[data-marks]"))
    const others = added.filter(({ key }) => !root.querySelector(`[data-key="mine-${key.slice(5)}"]`))
    if (others.length) announcer.others("new-links", {}, others.length)
  })
}
