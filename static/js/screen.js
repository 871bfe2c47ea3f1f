/* The room's screen: follows everything, offers nothing to press. */
import { followCounts } from "./board/counts.js"
import { markDoubles } from "./board/doubles.js"
import { ServerClock, runTimers } from "./live/clock.js"
import { Connection } from "./live/connection.js"
import { Board } from "./live/patch.js"
import { fitFirst } from "./screen/first.js"
import { fitLists } from "./screen/fit.js"
import { heedKeys } from "./screen/keys.js"
import { keepBlank } from "./screen/blank.js"
import { showState } from "./screen/state.js"

const root = document.body
const clock = new ServerClock()
clock.hear(Number(root.dataset.now))
const connection = new Connection(root, { board: new Board(root), clock })

root.classList.add("has-script")
showState(root, clock)
followCounts(root)
markDoubles(root)
runTimers(root, clock)
fitLists(root)
fitFirst(root)
heedKeys(root)
keepBlank(root, connection.fetches)
connection.start()
