/* The agenda: times, sums and advice follow the minutes before they are saved. */
import { followMinutes } from "./plan/agenda.js"

document.querySelectorAll("[data-plan]").forEach(followMinutes)
