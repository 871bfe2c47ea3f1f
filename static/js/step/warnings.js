/* Says once each, politely: five minutes, one minute, time is up, minutes added, paused and carried on. */

export function warn(root, announcer) {
  let known = look(root)
  setInterval(() => {
    const now = look(root)
    if (now.step === known.step && now.warning && now.warning !== known.warning) announcer.own(now.warning)
    const more = Math.round((now.length - known.length) / 60000)
    if (now.step === known.step && more > 0) announcer.own("added", { count: more })
    if (now.step === known.step && now.paused !== known.paused) announcer.own(now.paused ? "paused" : "carried-on")
    known = now
  }, 1000)
}

function look(root) {
  const timer = root.querySelector('[data-key="timer"]')
  return {
    step: root.querySelector('[data-key="step"]')?.dataset.step,
    paused: timer?.dataset.state === "paused",
    length: Number(timer?.dataset.length ?? 0),
    warning: timer?.querySelector("[data-warn]:not([hidden])")?.dataset.warn ?? "",
  }
}
