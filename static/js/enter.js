/* The page on which a facilitator types in what was written on paper: one box, note after note. */
import { askFirst } from "./board/asking.js"
import { openMenus } from "./board/menus.js"
import { send } from "./board/sending.js"
import { writeNotes } from "./board/write.js"
import { followEntered } from "./enter/entered.js"
import { addByEnter } from "./enter/keys.js"
import { offerLines } from "./enter/lines.js"
import { Announcer } from "./live/announce.js"
import { openOutbox } from "./outbox/start.js"
import { keepSettings } from "./page/settings.js"
import { keepDrafts } from "./step/draft.js"

const root = document.body
const announcer = new Announcer(root)

root.classList.add("has-script")
let ready
const opened = new Promise((done) => (ready = done))
offerLines(root, { announcer, opened })
addByEnter(root)
askFirst(root)
keepDrafts(root)
openMenus(root, { announcer, send })
followEntered(root)
root.querySelectorAll("[data-settings]").forEach(keepSettings)
openOutbox(root, { announcer }).then((tools) => {
  writeNotes(root, { announcer, ...tools })
  ready(tools)
  tools.start()
})
