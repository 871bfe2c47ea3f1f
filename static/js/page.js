/* What every page of the planning side does. The Design System's own behaviours are in govuk.js. */
import { offerCopy } from "./page/copy.js"
import { sendOnce } from "./page/once.js"

sendOnce(document)
document.querySelectorAll("[data-copy]").forEach(offerCopy)
