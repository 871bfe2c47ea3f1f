/* The facilitator's console: one live board with the controls around it. */
import { askFirst } from "./board/asking.js"
import { sendWhatWasPressed } from "./board/chosen.js"
import { followCounts } from "./board/counts.js"
import { followGathering } from "./board/gather.js"
import { openMenus } from "./board/menus.js"
import { markDoubles } from "./board/doubles.js"
import { followPresses, withToken } from "./board/press.js"
import { send } from "./board/sending.js"
import { offerUndo, undoable } from "./board/undo.js"
import { writeNotes } from "./board/write.js"
import { lookAtCards } from "./console/cards.js"
import { chooseColumns } from "./console/columns.js"
import { showConnection } from "./console/connected.js"
import { sendForms } from "./console/forms.js"
import { heedKeys } from "./console/keys.js"
import { showNudges } from "./console/nudges.js"
import { sayWhatHappens } from "./console/saying.js"
import { pressOnce } from "./console/one-press.js"
import { showTabs } from "./console/tabs.js"
import { keepTicks } from "./console/tasks.js"
import { Announcer } from "./live/announce.js"
import { ServerClock, runTimers } from "./live/clock.js"
import { Connection } from "./live/connection.js"
import { Board } from "./live/patch.js"
import { followEnds } from "./map/ends.js"
import { askWhatIf } from "./map/what-if.js"
import { markActions } from "./difference/marks.js"
import { openOutbox } from "./outbox/start.js"
import { followSuggestions } from "./proxies/box.js"
import { showGapsFirst } from "./proxies/gaps.js"
import { saveOnTop } from "./proxies/latest.js"
import { goOnFrom } from "./story/going-on.js"
import { keepDrafts } from "./step/draft.js"
import { warn } from "./step/warnings.js"

const RUN_SHEET = 60000 // milliseconds: it says how late we are, which changes by itself

const root = document.body
const clock = new ServerClock()
clock.hear(Number(root.dataset.now))
const board = new Board(root)
const connection = new Connection(root, { board, clock })
const announcer = new Announcer(root)

root.classList.add("has-script")
sendWhatWasPressed(root)
followSuggestions(root, { announcer })
showGapsFirst(root)
saveOnTop(root)
showConnection(root)
followCounts(root)
followEnds(root)
askWhatIf(root)
goOnFrom(root)
offerUndo(root, { announcer })
const act = undoable(root, send)
pressOnce(root, announcer, act)
openMenus(root, { announcer, send: act })
followGathering(root, { announcer, send: act })
followPresses(root, { announcer, send: withToken(root, act) })
markActions(root, { announcer, send: withToken(root, act) })
markDoubles(root)
keepDrafts(root)
openOutbox(root, { announcer }).then((tools) => {
  askFirst(root)
  writeNotes(root, { announcer, ...tools })
  tools.start()
})
runTimers(root, clock)
chooseColumns(root)
sendForms(root, announcer)
keepTicks(root)
lookAtCards(root, connection.fetches)
showTabs(root)
heedKeys(root)
showNudges(root, clock)
warn(root, announcer)
sayWhatHappens(root, announcer, clock)
connection.start()
setInterval(() => document.hidden || connection.fetches.want({ key: "runsheet", fetch: "run-sheet/" }), RUN_SHEET)
