/* Proxies that others write are counted in words. */

export function announceProxies(root, { announcer }) {
  root.addEventListener("live:changes", ({ detail }) => {
    const added = detail.applied.filter(({ isNew, element }) => isNew && element.closest(".pgrid"))
    const others = added.filter(({ key }) => key?.startsWith("note-") && !root.querySelector(`[data-key="mine-${key.slice(5)}"]`))
    if (others.length) announcer.others("new-proxies", {}, others.length)
  })
}
