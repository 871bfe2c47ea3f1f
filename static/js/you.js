/* "Your place": what someone chooses for this device. */
import { keepSettings } from "./page/settings.js"

document.querySelectorAll("[data-settings]").forEach(keepSettings)
