/* <div data-settings hidden> with boxes <input data-setting="shortcuts" data-when-on="on">: shows itself, keeps
   each choice in this browser, and says whether it was kept. */
import { keep, setting } from "../live/settings.js"

export function keepSettings(root) {
  const kept = root.querySelector("[data-settings-kept]")
  const notKept = root.querySelector("[data-settings-not-kept]")
  root.querySelectorAll("[data-setting]").forEach((box) => {
    show(box)
    box.addEventListener("change", () => {
      const done = keep(box.dataset.setting, valueOf(box))
      if (!done) show(box)
      kept.hidden = !done
      notKept.hidden = done
    })
  })
  root.hidden = false
  document.querySelectorAll("[data-without-settings]").forEach((words) => (words.hidden = true))
}

function valueOf(box) {
  return (box.checked ? box.dataset.whenOn : box.dataset.whenOff) ?? ""
}

function show(box) {
  const value = setting(box.dataset.setting)
  box.checked = box.dataset.whenOn ? value === box.dataset.whenOn : value !== box.dataset.whenOff
}
