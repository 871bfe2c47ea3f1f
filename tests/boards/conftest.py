"""A running workshop with three people, on the step that writes reasons."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from boards.models import Board, Note
from live.models import Change
from workshops.models import Participant, Session, Workshop
from workshops.viewers import Viewer


class Room:
    """A session and what tests ask of it; `about` is the activity whose board it works on."""

    about = "diagnosis"

    def __init__(self, session: Session) -> None:
        self.session = session
        self.grace = self.facilitator(session.workshop.owner)

    def facilitator(self, user: User) -> Viewer:
        return Viewer("console", self.session.workshop, self.session, user=user)

    def person(self, name: str) -> Viewer:
        joined = Participant.objects.create(
            session=self.session,
            name=name,
            category="local_government",
            agrees_to_keeping=True,
        )
        joined.token = joined.add_device()
        return Viewer("place", self.session.workshop, self.session, participant=joined)

    def go_to(self, key: str) -> None:
        """Start, leave out what lies between, and press Next: the step with this key runs."""
        if not self.session.started_at:
            self.session.start(self.grace.facilitator)
        here, there = self.session.current_step(), self.session.steps.get(key=key)
        if here != there:
            between = range(here.position + 1, there.position)
            self.session.steps.filter(position__in=between).update(state="skipped")
            self.session.go_on(here.pk)

    @property
    def board(self) -> Board:
        return Board.objects.get(session=self.session, activity_key=self.about)

    def write(self, by: Viewer, text: str, column: str = "intractable") -> Note:
        return Note.write(self.board, by, uuid4(), column, text)

    def change(self, key: str, audience: str = "all") -> Change | None:
        """What an audience last got under a key."""
        return Change.objects.filter(key=key, audience=audience, gone=False).first()


def planned(checked_content) -> Session:
    """The session of a workshop that begins in half an hour."""
    from workshops.content.loading import store
    from workshops.models import ContentSet

    owner = User.objects.create_user("grace", "grace@example.org", first_name="Grace")
    workshop = Workshop.plan(
        owner,
        store(checked_content, ContentSet()),
        starts_at=timezone.now() + timedelta(minutes=30),
        policy_area="Damp and mould in rented homes",
        use_case="local_convene",
    )
    return workshop.sessions.get()


@pytest.fixture
def room(transactional_db, checked_content) -> Room:
    running = Room(planned(checked_content))
    running.go_to("diagnosis_write")
    return running


@pytest.fixture
def sam(room) -> Viewer:
    return room.person("Sam")


@pytest.fixture
def joan(room) -> Viewer:
    return room.person("Joan")


@pytest.fixture
def place(room, client):
    """Post or get at a participant's place: `place(sam, "notes/...", text="...")`."""

    def ask(viewer: Viewer, address: str, method: str = "post", json: bool = True, **fields):
        client.cookies[f"place-{room.session.pk}"] = viewer.participant.token
        headers = {"accept": "application/json"} if json else {}
        verb = getattr(client, method)
        return verb(f"/s/{room.session.code}/{address}", fields, headers=headers)

    return ask


@pytest.fixture
def names(room, sam, joan):
    """Three names of one body by two people, in the step in which people sort together."""
    words = ["Director of Public Health", "DPH", "Public health director"]
    notes = [room.write(by, text) for by, text in zip([sam, joan, joan], words, strict=True)]
    room.go_to("diagnosis_agree")
    return notes
