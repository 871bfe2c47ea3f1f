"""A workshop with a diagnosis to report on: real rows, written by the models' own verbs."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from boards.models import Board, Cluster, Note
from debrief import maker
from diagnosis.models import FitCall
from workshops.models import Workshop
from workshops.viewers import Viewer


@pytest.fixture(autouse=True)
def reports_folder(settings, tmp_path):
    """Reports of a test go where only that test looks."""
    settings.MEDIA_ROOT = tmp_path / "reports"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def _no_thread_of_a_maker(monkeypatch) -> None:
    """What is to be made is made when a test says so, and no thread outlives it."""
    monkeypatch.setattr(maker, "aside", lambda work, *args: None)


@pytest.fixture
def grace(transactional_db):
    return User.objects.create_user("grace", "grace@example.org", first_name="Grace")


@pytest.fixture
def workshop(grace, content):
    """Planned for Ambleford, OFFICIAL, one half-day of three hours."""
    return Workshop.plan(
        grace,
        content,
        starts_at=timezone.now(),
        policy_area="Damp and mould in rented homes",
        use_case="local_convene",
        place="Ambleford",
    )


@pytest.fixture
def session(workshop):
    return workshop.sessions.get()


@pytest.fixture
def board(session):
    """The diagnosis board while people build a common view."""
    facilitator = session.workshop.facilitators.get()
    session.start(facilitator)
    while session.current_step().key != "diagnosis_agree":
        session.go_on(session.current_step().pk)
    return Board.objects.get(session=session)


class Room:
    """Who is there and what they write."""

    def __init__(self, board: Board) -> None:
        self.board, self.session = board, board.session
        self.console = Viewer(
            "console", self.session.workshop, self.session, user=self.session.workshop.owner
        )

    def person(self, name: str, category: str = "local_government", **more) -> Viewer:
        """Someone who joins; `more` are the person's other answers."""
        row = self.session.participants.create(
            name=name, category=category, agrees_to_keeping=True, **more
        )
        return Viewer("place", self.session.workshop, self.session, participant=row)

    def people(self, **kinds: int) -> None:
        """Some people of each kind: `people(local_government=3)`."""
        for kind, number in kinds.items():
            for each in range(number):
                self.person(f"{kind} {each}", kind)

    def write(self, by: Viewer, column: str, text: str) -> Note:
        return Note.write(self.board, by, uuid.uuid4(), column, text)

    def gather(self, notes: list[Note], name: str) -> Cluster:
        return Cluster.gather(notes, name, uuid.uuid4())

    def reading(self, column: str):
        return self.board.columns.get(key=column).reading


@pytest.fixture
def room(board):
    return Room(board)


@pytest.fixture
def damp(room):
    """A small full diagnosis: eight people, 20 notes, groups, calls, findings, a dissent."""
    kinds = ["local_government"] * 3 + ["service_delivery_partners"] * 3 + ["users_citizens"] * 2
    people = [
        room.person(f"Person {n}", kind, agrees_to_be_named=n in (2, 5))
        for n, kind in enumerate(kinds)
    ]
    notes = [
        room.write(people[n % 8], column.key, f"{column.label}: reason {n} from Canal Street.")
        for n, column in enumerate(list(room.board.columns.all()) * 3)
        if n < 20
    ]
    room.gather([n for n in notes if n.column.key == "intractable"][:2], "Fixes do not last")
    notes[3].see_differently(people[5], "In our blocks people report at once.")
    notes[4].park(room.console, True)
    for number, column in enumerate(room.board.columns.all()):
        kinds_called = (
            ["strong", "partial", "none", "not_sure"][(number + n) % 4] for n in range(8)
        )
        column.reading.calls.bulk_create(
            FitCall(reading=column.reading, participant=person.participant, call=call)
            for person, call in zip(people, kinds_called, strict=True)
        )
        if number != 5:
            column.reading.finding = f"What we say about {column.label.lower()}."
        column.reading.calls_shown_at = timezone.now()
        column.reading.save()
    for step in room.session.steps.all():
        step.intervals.update(started_at=timezone.now() - timedelta(minutes=step.minutes + 1))
    return room
