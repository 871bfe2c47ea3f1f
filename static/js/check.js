/* Tests this browser and its network, each thing by doing it, and shows what that means. */
import { keepsNotes, keepsSettings } from "./check/device.js"
import { asks, hearsSocket, hearsStream } from "./check/network.js"
import { showFinding, showOverall, startAgain } from "./check/findings.js"

const CHECKS = { http: asks, socket: hearsSocket, stream: hearsStream, notes: keepsNotes, settings: keepsSettings }
const root = document.querySelector("main")
const again = root.querySelector("[data-again]")

async function check() {
  again.hidden = true
  startAgain(root)
  const found = {}
  await Promise.all(
    Object.entries(CHECKS).map(async ([name, test]) => {
      found[name] = await test()
      showFinding(root, name, found[name])
      if (name === "http") showFinding(root, "clock", found[name].clock)
    }),
  )
  showOverall(root, found)
  again.hidden = false
}

root.querySelectorAll("[data-checks]").forEach((part) => (part.hidden = false))
root.querySelector("[data-without-checks]").hidden = true
root.querySelector("[data-browser]").textContent = navigator.userAgent
again.addEventListener("click", check)
check()
