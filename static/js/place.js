/* A participant's place: the step the room is on, the board, and one's own notes. */
import { Announcer } from "./live/announce.js"
import { ServerClock, runTimers } from "./live/clock.js"
import { Connection } from "./live/connection.js"
import { Board } from "./live/patch.js"
import { followArrivals } from "./board/arrivals.js"
import { askFirst } from "./board/asking.js"
import { followCounts } from "./board/counts.js"
import { followCalls } from "./board/calls.js"
import { sendWhatWasPressed } from "./board/chosen.js"
import { followFolds } from "./board/folds.js"
import { followGathering } from "./board/gather.js"
import { openMenus } from "./board/menus.js"
import { markMine } from "./board/mine.js"
import { followSeal } from "./board/seal.js"
import { heedShortcuts } from "./board/shortcuts.js"
import { chooseColumn } from "./board/strip.js"
import { offerUndo } from "./board/undo.js"
import { chooseView } from "./board/view.js"
import { markDoubles } from "./board/doubles.js"
import { followPresses } from "./board/press.js"
import { followVotes } from "./board/votes.js"
import { writeNotes } from "./board/write.js"
import { announceLinks } from "./map/arrivals.js"
import { followEnds } from "./map/ends.js"
import { nameLinks } from "./map/names.js"
import { askWhatIf } from "./map/what-if.js"
import { markActions } from "./difference/marks.js"
import { viewActions } from "./difference/view.js"
import { openOutbox } from "./outbox/start.js"
import { announceProxies } from "./proxies/arrivals.js"
import { followSuggestions } from "./proxies/box.js"
import { showOwnCalls } from "./proxies/calls.js"
import { showGapsFirst } from "./proxies/gaps.js"
import { saveOnTop } from "./proxies/latest.js"
import { makeRoom } from "./board/make-room.js"
import { announceCards } from "./step/card.js"
import { goOnFrom } from "./story/going-on.js"
import { chooseLevel } from "./story/levels.js"
import { showConnection } from "./step/connection.js"
import { loadAgain } from "./step/again.js"
import { keepDrafts } from "./step/draft.js"
import { followSteps } from "./step/moved-on.js"
import { warn } from "./step/warnings.js"

const root = document.body
const clock = new ServerClock()
clock.hear(Number(root.dataset.now))
const announcer = new Announcer(root)
const board = new Board(root)
const connection = new Connection(root, { board, clock })

root.classList.add("has-script")
sendWhatWasPressed(root)
runTimers(root, clock)
showConnection(root)
loadAgain(root)
warn(root, announcer)
keepDrafts(root)
followSteps(root, { board, announcer })

const showing = [announceCards, markMine, markDoubles, followCounts, chooseView, chooseColumn, followArrivals, followFolds, followSeal, makeRoom, announceLinks, followEnds, nameLinks, askWhatIf, heedShortcuts, goOnFrom, chooseLevel, viewActions, announceProxies, followSuggestions, showGapsFirst, saveOnTop]
offerUndo(root, { announcer })
const writing = [askFirst, writeNotes, openMenus, followGathering, followCalls, followPresses, followVotes, markActions, showOwnCalls]
showing.forEach((behave) => behave(root, { announcer }))
openOutbox(root, { announcer }).then((tools) => {
  writing.forEach((behave) => behave(root, { announcer, ...tools }))
  tools.start()
})
connection.start()
