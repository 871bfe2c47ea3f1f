"""A running day: who is there, what they write, how time passes from step to step."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from boards.models import Board, Note
from live.clock import now
from workshops.models import Participant, Session
from workshops.viewers import Viewer

from .clock import Clock
from .words import Tongues

# How many minutes steps took more than planned, or less.
LONGER = {
    "welcome": 3,
    "diagnosis_write": -2,
    "diagnosis_agree": 6,
    "stakeholders_sort": -3,
    "break": 2,
    "indicators_read": 5,
    "indicators_proxies": -7,
    "scenario_debrief": -1,
    "close": 1,
}
LONGEST = {"additions": 80}  # code points, where a note may not have 280


class Day:
    """A session and everyone in it. `notes` has each note by what it says in the words' files."""

    def __init__(self, session: Session, clock: Clock, tongues: Tongues | None = None) -> None:
        self.session, self.clock, self.tongues = session, clock, tongues
        self.grace = Viewer("console", session.workshop, session, user=session.workshop.owner)
        self.people: dict[str, Viewer] = {}
        self.notes: dict[str, Note] = {}

    def join(self, name: str, **facts: Any) -> Viewer:
        """Someone comes in by the door."""
        row, _token = Participant.join(self.session, name=name, agrees_to_keeping=True, **facts)
        self.people[name] = Viewer("place", self.session.workshop, self.session, participant=row)
        return self.people[name]

    def go_to(self, key: str) -> None:
        """Let the running step take its minutes and press Next: the step with this key runs."""
        step = self.session.current_step()
        if step is None:
            assert self.grace.facilitator is not None
            self.session.start(self.grace.facilitator)
        else:
            self.let_pass(step.minutes + LONGER.get(step.key, 0))
            self.session.go_on(step.pk)
        running = self.session.current_step()
        assert running is not None
        assert running.key == key, f"{running.key} comes before {key}"
        self.all_are_here()

    def let_pass(self, minutes: float) -> None:
        self.clock.pass_time(timedelta(minutes=minutes))

    def all_are_here(self) -> None:
        """Everyone's page has been heard of just now."""
        self.session.participants.update(seen_at=now())

    def board(self, about: str) -> Board:
        return Board.objects.get(session=self.session, activity_key=about)

    def words(self, text: str, longest: int = 280) -> str:
        """What is really said where the words' files have `text`."""
        return self.tongues(longest) if self.tongues and text else text

    def write(self, by: str, about: str, column: str, text: str, /, **more: str) -> Note:
        """Someone writes a note, as the form of that board sends it."""
        words = self.words(text, LONGEST.get(about, 280))
        note = Note.write(self.board(about), self.people[by], uuid4(), column, words, more)
        self.notes[text] = note
        return note

    def again(self, text: str) -> Note:
        """The note that has `text` in the words' files, as the database has it now."""
        return Note.objects.get(pk=self.notes[text].pk)
