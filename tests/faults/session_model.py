"""What a session is, told once more in plain Python: who wrote what, where it lies, who sees it.

Nothing of the product is imported here. Every verb raises `No(status)` where the product
must refuse and leaves the model as it was; people are numbers, the facilitator is GRACE.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from .sights import Item, Sight

GRACE, SCREEN = -1, -2
LONGEST, LONGEST_NAME, LONGEST_FINDING = 280, 80, 160
FITS = ("strong", "partial", "none", "not_sure")
STAYS_AWAY, NOTED_AGAIN = timedelta(minutes=2), timedelta(seconds=30)
LEAST_ON_RETURN = timedelta(minutes=2)


class No(Exception):
    """The product must refuse with this status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def must(fine: object, status: int) -> None:
    if not fine:
        raise No(status)


def fit(text: str, longest: int = LONGEST) -> None:
    must(text.strip() and len(text) <= longest, 422)


@dataclass
class Step:
    """A step of the agenda: `left` is what is on the clock while it does not run."""

    number: int
    on_board: bool
    mode: str
    length: timedelta
    write_first: bool = False
    state: str = "planned"
    left: timedelta | None = None
    ends_at: datetime | None = None
    has_begun: bool = False
    is_opened: bool = False

    def time_left(self, now: datetime) -> timedelta:
        if self.ends_at:
            return self.ends_at - now
        return self.length if self.left is None else self.left

    def run(self, now: datetime, left: timedelta) -> None:
        self.state, self.left, self.ends_at, self.has_begun = "active", None, now + left, True

    def stop(self, now: datetime, state: str) -> None:
        self.left, self.ends_at, self.state = self.time_left(now), None, state


@dataclass
class Note:
    key: str
    by: int
    column: str
    text: str
    rank: int
    state: str = "shown"
    version: int = 1
    group: str = ""
    parked: bool = False
    because: str = ""
    said: dict[int, str] = field(default_factory=dict)
    into: str = ""

    @property
    def is_known(self) -> bool:
        return self.state == "shown" or (self.state == "taken_back" and bool(self.said))

    def item(self, members: "list[Note]") -> Item:
        """What everyone sees of it, and of those that were merged into it."""
        said = [each for note in (self, *members) for each in note.said.items()]
        kind = "parked" if self.parked else "differently" if said else "reason"
        also = [note.text for note in members]  # no two notes have the same words
        tags = ["Entered for the room"] * (self.by == GRACE) + ["Parked"] * self.parked
        tags += [f"Seen differently: {len(dict(said))}"] * bool(said)
        sentences = [sentence for _person, sentence in said if sentence]
        words = self.text or "Taken back by its writer."
        return Item(f"note-{self.key}", words, (kind, *also, *tags, *sentences))

    def mine(self) -> Item:
        aside = self.parked or self.state in ("late", "hidden")
        state = "shown" if self.state == "sealed" else self.state
        return Item(f"mine-{self.key}", self.text, ("parked" if aside else "reason", state))

    def words(self) -> set[str]:
        return {self.text, *self.said.values()}


@dataclass
class Group:
    key: str
    column: str
    name: str
    rank: int
    version: int = 1


@dataclass
class Person:
    name: str
    seen_at: datetime
    is_removed: bool = False


@dataclass
class Reading:
    calls: dict[int, str] = field(default_factory=dict)
    is_shown: bool = False
    finding: str = ""


class Session:
    """The verbs, each as the method and the rulings have it."""

    def __init__(self, steps: list[Step], columns: list[str], now: datetime) -> None:
        self.steps, self.columns, self.now = steps, columns, now
        self.people: list[Person] = []
        self.notes: dict[str, Note] = {}
        self.groups: dict[str, Group] = {}
        self.readings = {column: Reading() for column in columns}
        self.is_started = self.has_ended = self.is_locked = self.is_blank = False
        self.opened_in_any_order: list[str] = []
        self._ranks = count(1)

    # What time and people do

    def knock(self, who: int) -> None:
        """Somebody asked for something: they are here."""
        if who >= 0 and self.people[who].seen_at < self.now - NOTED_AGAIN:
            self.people[who].seen_at = self.now

    def join(self, name: str) -> None:
        must(not self.has_ended, 409)
        self.people.append(Person(name, self.now))

    def remove(self, who: int) -> None:
        self.people[who].is_removed = True

    # Steps

    @property
    def step(self) -> Step | None:
        return next((step for step in self.steps if step.state in ("active", "paused")), None)

    @property
    def board_exists(self) -> bool:
        return any(step.has_begun and step.on_board for step in self.steps)

    @property
    def is_sealed(self) -> bool:
        return any(
            step.write_first and step.has_begun and not step.is_opened for step in self.steps
        )

    @property
    def is_open(self) -> bool:
        step = self.step
        return bool(step and step.on_board and step.mode != "read" and not self.is_locked)

    @property
    def is_writing(self) -> bool:
        return bool(self.step and self.step.on_board and self.step.mode == "write")

    def pressed_on(self, number: int) -> Step:
        must(self.step and self.step.number == number, 409)
        assert self.step
        return self.step

    def start(self) -> None:
        must(not self.is_started and not self.has_ended, 409)
        self.is_started = True
        self._enter(self.steps[0], self.steps[0].length)

    def next(self, number: int, leave_sealed: bool = False) -> None:
        step = self.pressed_on(number)
        must(leave_sealed or not step.on_board or not self._sealed(), 409)
        following = next((each for each in self.steps if each.state == "planned"), None)
        must(following, 422)
        step.stop(self.now, "done")
        self._enter(following, following.length)

    def back(self, number: int) -> None:
        step = self.pressed_on(number)
        before = [each for each in self.steps[: self.steps.index(step)] if each.state == "done"]
        must(before, 422)
        step.stop(self.now, "planned")
        step.left = None
        self._enter(before[-1], max(before[-1].left or timedelta(), LEAST_ON_RETURN))

    def pause(self, number: int) -> None:
        step = self.pressed_on(number)
        if step.state == "active":
            step.stop(self.now, "paused")

    def carry_on(self, number: int) -> None:
        step = self.pressed_on(number)
        if step.state == "paused":
            step.run(self.now, step.time_left(self.now))

    def add(self, number: int, minutes: int) -> None:
        step = self.pressed_on(number)
        more = timedelta(minutes=minutes)
        step.length += more
        if step.ends_at:
            step.ends_at = max(step.ends_at, self.now) + more
        else:
            step.left = max(step.time_left(self.now), timedelta()) + more

    def lock(self, is_locked: bool) -> None:
        self.is_locked = is_locked

    def take_a_break(self, number: int, is_over: bool) -> None:
        (self.carry_on if is_over else self.pause)(number)
        self.is_locked = self.is_blank = not is_over

    def end(self) -> None:
        if self.step:
            self.step.stop(self.now, "done")
        self.has_ended = True

    def open_notes(self) -> None:
        must(self.board_exists, 404)
        must(not self.has_ended and self.is_sealed, 409)
        for note in self._sealed():
            note.state = "shown"
            self.opened_in_any_order.append(note.key)
        for step in self.steps:
            step.is_opened = step.is_opened or (step.write_first and step.has_begun)

    def learn_order(self, keys: list[str]) -> None:
        """The order of what was opened is the server's to choose, but one for all."""
        assert sorted(keys) == sorted(self.opened_in_any_order)
        for key in keys:
            self.notes[key].rank = next(self._ranks)
        self.opened_in_any_order = []

    def go_on_counting(self, after: int) -> None:
        """Ranks were learned from the rows: new ones come after them."""
        self._ranks = count(after + 1)

    def _sealed(self) -> list[Note]:
        return [note for note in self.notes.values() if note.state == "sealed"]

    def _enter(self, step: Step, left: timedelta) -> None:
        if self.is_locked and self.is_blank:
            self.is_locked = self.is_blank = False
        step.run(self.now, left)

    # Notes

    def known(self, who: int, key: str) -> Note:
        note = self.notes.get(key)
        mine = note and note.by == who and who != GRACE
        shown = note and note.state == "shown"
        must(note and (mine or shown or (who == GRACE and note.state != "sealed")), 404)
        assert note
        return note

    def write(self, who: int, key: str, column: str, text: str) -> str:
        must(self.board_exists, 404)
        if known := self.notes.get(key):
            must(known.by == who, 409)
            must(known.state != "taken_back", 410)
            must(known.version > 1 or known.text == text, 409)
            return known.state
        must(who != GRACE or not self.has_ended, 409)
        must(column in self.columns, 422)
        fit(text)
        state = "shown" if self.is_open or who == GRACE else "late"
        state = "sealed" if self.is_sealed else state
        self.notes[key] = Note(key, who, column, text, next(self._ranks), state)
        return state

    def change(self, who: int, key: str, text: str, base: int) -> None:
        note = self.known(who, key)
        must(note.by == who, 403)
        must(note.state != "taken_back", 410)
        must(self.is_open and note.version == base, 409)
        fit(text)
        note.text, note.version = text, note.version + 1

    def take_back(self, who: int, key: str) -> None:
        note = self.known(who, key)
        must(note.by == who, 403)
        must(note.state != "taken_back", 410)
        note.text, note.state, note.because, note.parked = "", "taken_back", "", False
        note.said = {person: said for person, said in note.said.items() if said}
        self._put(note, "")

    def sortable(self, who: int, note: Note) -> None:
        self.may_sort(who, note)
        must(self.survivor(note) is note, 409)

    def may_sort(self, who: int, note: Note) -> None:
        must(note.state == "shown", 409)
        if who == GRACE:
            return must(not self.has_ended, 409)
        must(self.is_open, 409)
        must(note.by == who or not self.is_writing, 403)

    def move(self, who: int, key: str, column: str, base: int) -> None:
        note = self.known(who, key)
        if note.state == "sealed":
            must(self.is_open, 409)
        else:
            self.sortable(who, note)
        must(note.version == base, 409)
        must(column in self.columns, 422)
        if column != note.column:
            note.column, note.rank = column, next(self._ranks)
        self._put(note, "")

    def group(self, who: int, key: str, group: str, base: int) -> None:
        note = self.known(who, key)
        must(group in self.groups, 404)
        self.sortable(who, note)
        must(note.version == base, 409)
        note.column = self.groups[group].column
        self._put(note, group)

    def take_out(self, who: int, key: str, base: int) -> None:
        note = self.known(who, key)
        self.sortable(who, note)
        must(note.version == base, 409)
        self._put(note, "")

    def park(self, who: int, key: str, parked: bool) -> None:
        note = self.known(who, key)
        self.sortable(who, note)
        note.parked, note.version = parked, note.version + 1

    def gather(self, who: int, keys: list[str], name: str, group: str) -> None:
        notes = [self.known(who, key) for key in keys]
        for note in notes:
            self.sortable(who, note)
        if known := self.groups.get(group):
            same = known.name == name and all(note.group == group for note in notes)
            return must(same, 409)
        must(self.is_open, 409)
        must(len({note.column for note in notes}) == 1, 422)
        fit(name, LONGEST_NAME)
        self.groups[group] = Group(group, notes[0].column, name, next(self._ranks))
        for note in notes:
            self._put(note, group)

    def may_change_group(self, who: int, group: str) -> Group:
        must(group in self.groups, 404)
        must(self.is_open, 409)
        must(who == GRACE or not self.is_writing, 403)
        return self.groups[group]

    def rename(self, who: int, group: str, name: str, base: int) -> None:
        found = self.may_change_group(who, group)
        must(found.version == base, 409)
        fit(name, LONGEST_NAME)
        found.name, found.version = name, found.version + 1

    def ungroup(self, who: int, group: str) -> None:
        self.may_change_group(who, group)
        self._take_apart(group)

    def merge(self, who: int, key: str, into: str, base: int) -> None:
        note = self.known(who, key)
        try:
            survivor = self.survivor(self.known(who, into))
        except No:
            raise No(409) from None
        must(key != into, 422)
        if self.survivor(note) is survivor:
            return
        self.sortable(who, note)
        self.sortable(who, survivor)
        must(note.version == base, 409)
        above = survivor
        while above.into and above is not note:
            above = self.notes[above.into]
        if above is note:  # through one that is hidden: that merge is forgotten
            survivor.into, survivor.version = "", survivor.version + 1
        note.into, note.version = survivor.key, note.version + 1
        self._go_if_empty(note.group)

    def unmerge(self, who: int, key: str) -> None:
        note = self.known(who, key)
        if note.into:
            self.may_sort(who, note)
            note.into, note.version = "", note.version + 1

    def survivor(self, note: Note) -> Note:
        """The note that stands for this one; a merge holds while both notes are shown."""
        while note.into and note.state == self.notes[note.into].state == "shown":
            note = self.notes[note.into]
        return note

    def members(self, note: Note) -> list[Note]:
        if note.state != "shown":
            return []
        direct = [each for each in self._in_order() if each.into == note.key]
        shown = [each for each in direct if each.state == "shown"]
        return [one for each in shown for one in (each, *self.members(each))]

    def _in_order(self) -> list[Note]:
        return sorted(self.notes.values(), key=lambda note: note.rank)

    def stands(self, note: Note) -> bool:
        return note.is_known and self.survivor(note) is note

    def differ(self, who: int, key: str, sentence: str) -> None:
        note = self.known(who, key)
        must(self.is_open, 409)
        must(note.by != who, 403)
        must(note.state == "shown", 409)
        must(len(sentence) <= LONGEST, 422)
        note.said[who] = sentence

    def agree(self, who: int, key: str) -> None:
        self.known(who, key).said.pop(who, None)

    def hide(self, key: str, because: str) -> None:
        note = self.known(GRACE, key)
        must(note.state != "taken_back", 410)
        must(because.strip(), 422)
        note.state, note.because, note.version = "hidden", because, note.version + 1
        self._go_if_empty(note.group)  # while others keep the group, it stays in it

    def restore(self, key: str) -> None:
        note = self.known(GRACE, key)
        must(note.state != "taken_back", 410)
        must(note.state == "hidden", 409)
        note.state, note.because, note.version = "shown", "", note.version + 1
        for each in self._in_order():
            if each.into == key and each.state == "shown":
                self._go_if_empty(each.group)  # it was on the board by itself meanwhile

    def admit(self, key: str) -> None:
        note = self.known(GRACE, key)
        must(note.state == "late", 409)
        note.state, note.version = "shown", note.version + 1

    def _put(self, note: Note, group: str) -> None:
        """Into a group or out of it; a group that nobody is in goes."""
        left, note.group, note.version = note.group, group, note.version + 1
        if left != group:
            self._go_if_empty(left)

    def _go_if_empty(self, group: str) -> None:
        shown = [note for note in self.notes.values() if note.state == "shown"]
        standing = [note for note in shown if self.stands(note)]
        if group and not any(note.group == group for note in standing):
            self._take_apart(group)

    def _take_apart(self, group: str) -> None:
        for note in self.notes.values():
            note.group = "" if note.group == group else note.group
        del self.groups[group]

    # Calls

    def call(self, who: int, column: str, fit_key: str) -> None:
        must(self.board_exists, 404)
        reading = self.readings[column]
        must(self.is_open and self.step and self.step.mode == "agree", 409)
        must(fit_key in FITS, 422)
        must(not reading.is_shown, 409)
        reading.calls[who] = fit_key
        here = [
            number
            for number, person in enumerate(self.people)
            if not person.is_removed and person.seen_at >= self.now - STAYS_AWAY
        ]
        reading.is_shown = all(number in reading.calls for number in here)

    def show_calls(self, column: str) -> None:
        must(self.board_exists, 404)
        must(not self.has_ended, 409)
        self.readings[column].is_shown = True

    def say(self, column: str, finding: str) -> None:
        must(self.board_exists, 404)
        must(not self.has_ended, 409)
        must(len(finding) <= LONGEST_FINDING, 422)
        self.readings[column].finding = finding

    # Who sees what

    def sees(self, who: int) -> Sight:
        """What this viewer must see, whenever they look and however they came to it."""
        sight = Sight()
        for note in filter(self.stands, self._in_order()):
            place = f"group-{note.group}" if note.group else note.column
            sight.put(place, note.item(self.members(note)))
        for column in self.columns:
            groups = [group for group in self.groups.values() if group.column == column]
            groups.sort(key=lambda group: group.rank)
            items = [Item(f"cluster-{group.key}", group.name, ()) for group in groups]
            sight.lists[column] = items + sight.lists.get(column, [])
            sight.tally[column] = self._count(column)
            sight.readings[column] = self._reading(column)
        for note in self._own(who):
            sight.put(
                f"{'sealed' if note.state == 'sealed' else 'mine'}-{note.column}", note.mine()
            )
        if who == GRACE:
            for note in self.notes.values():
                if note.state in ("late", "hidden"):
                    sight.put(note.state, Item(f"{note.state}-{note.key}", note.text, ()))
        sight.timer = self._timer()
        return sight.tidy()

    def words_for(self, who: int) -> set[str]:
        """Every word of people that may reach this viewer now."""
        words = {group.name for group in self.groups.values()}
        words |= {reading.finding for reading in self.readings.values()}
        for note in self.notes.values():
            if note.is_known or (who == GRACE and note.state in ("late", "hidden")):
                words |= note.words()
            if who == GRACE:
                words.add(note.because)
        words |= {note.text for note in self._own(who)}
        if who in (GRACE, SCREEN):
            words |= {person.name for person in self.people}
        elif who >= 0:
            words.add(self.people[who].name)
        return words

    def _own(self, who: int) -> Iterator[Note]:
        newest_first = sorted(self.notes.values(), key=lambda note: -note.rank)
        return (
            note
            for note in newest_first
            if note.by == who and who != GRACE and note.state != "taken_back"
        )

    def _count(self, column: str) -> tuple[int, int]:
        here = [note for note in self.notes.values() if note.column == column]
        states = [note.state for note in here if self.survivor(note) is note]
        sealed = states.count("sealed")
        return states.count("shown") + sealed, sealed

    def _reading(self, column: str) -> tuple:
        reading = self.readings[column]
        calls = list(reading.calls.values())
        if reading.is_shown:
            return (*(calls.count(each) for each in FITS), reading.finding)
        return (len(calls), reading.finding)

    def _timer(self) -> tuple:
        step = self.step
        if step is None:
            return ()
        length = int(step.length.total_seconds() * 1000)
        if step.ends_at:
            return ("active", length, int(step.ends_at.timestamp() * 1000))
        return ("paused", length, int(step.time_left(self.now).total_seconds() * 1000))
