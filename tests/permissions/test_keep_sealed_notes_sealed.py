"""Fifty sealed notes and a second workshop: not one byte to anybody else, by any way out."""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from asgiref.sync import async_to_sync
from channels.testing import ApplicationCommunicator, WebsocketCommunicator
from django.db import transaction

from boards import authors
from boards.models import Board, Note
from boards.models.note import Notes
from debrief.snapshot import snapshot_of
from hsi_workshop.asgi import application
from live import feeds, reading
from live.models import ALL, Change, Room
from workshops.models import Participant, Session
from workshops.refusals import Refused
from workshops.viewers import Viewer

from .row import EVERYONE, Row
from .test_who_gets_a_socket import asked
from .test_who_may_do_what import MATRIX
from .world import World, go_to, joined, make_world, with_place

CANARY = "canary-7f3a"
ELSEWHERE = "canary-e1b9"
# A browser reads, a program writes; with HSI_LONG each does both.
BOTH = ("text/html", "application/json")
WAYS = (
    {"GET": BOTH, "POST": BOTH}
    if os.environ.get("HSI_LONG")
    else {"GET": BOTH[:1], "POST": BOTH[1:]}
)
# Who has no business in the second workshop.
HERE_ONLY = EVERYONE - {"participant elsewhere", "other facilitator"}


class Sealed:
    """The world, with fifty notes by Wim that nobody has opened, and notes in another workshop."""

    def __init__(self, world: World) -> None:
        self.world = world
        seal(world.session)
        seal(world.elsewhere)
        wim, token = joined(world.session, "Wim")
        self.writer = with_place(world.session, token)
        self.notes = [a_sealed_note(world.session, wim, f"{CANARY} {n}") for n in range(50)]
        ola = world.elsewhere.participants.get()
        self.elsewhere = [a_sealed_note(world.elsewhere, ola, f"{ELSEWHERE} {n}") for n in range(3)]
        # Every row that names a note now names one that is sealed.
        self.asked = replace(world, note=self.notes[0])
        self.wim, self.ids = wim, {str(note.pk) for note in self.notes[1:]}

    def is_told_by(self, text: str, person: str) -> bool:
        """Say whether this answer to this person holds words or a number that are not theirs."""
        found = CANARY in text or any(each in text for each in self.ids)
        return found or (person in HERE_ONLY and ELSEWHERE in text)


@pytest.fixture
def sealed(db, content, settings, tmp_path) -> Sealed:
    settings.MEDIA_ROOT = tmp_path
    return Sealed(make_world())


@pytest.fixture
def sealed_and_live(transactional_db, content, settings, tmp_path) -> Iterator[Sealed]:
    settings.MEDIA_ROOT = tmp_path
    yield Sealed(make_world())
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


def test_no_route_tells_anybody_of_a_sealed_note(sealed: Sealed, caplog):
    caplog.set_level(logging.DEBUG)
    asking = [(row, who_asks(row, nth)) for nth, row in enumerate(MATRIX)]
    told = {str(row): told_by(row, sealed, people) for row, people in asking}

    assert {person for _row, people in asking for person in people} == EVERYONE
    assert {row: people for row, people in told.items() if people} == {}
    assert CANARY not in caplog.text


@pytest.mark.parametrize("way", ["live", "stream"])
def test_no_socket_tells_anybody_of_a_sealed_note(way: str, sealed_and_live: Sealed):
    sealed = sealed_and_live
    everywhere = [(door, person) for door in ("s", "run", "screen") for person in EVERYONE]
    heard = {(door, p): hears(way, door, sealed, p) for door, p in everywhere}

    assert [at for at, text in heard.items() if sealed.is_told_by(text, at[1])] == []
    assert sum('"changes"' in text for text in heard.values()) == 5


def test_their_writer_is_told_all_of_them_and_so_is_everyone_once_they_are_open(
    sealed_and_live: Sealed,
):
    sealed, here = sealed_and_live, sealed_and_live.world.session
    page = sealed.writer.get(f"/s/{here.code}/").content.decode()
    assert page.count(f"{CANARY} ") == 50

    board_of(here).open_notes(holder(sealed))
    for door, person in (("s", "participant"), ("run", "observer"), ("screen", "screen")):
        heard = hears("live", door, sealed, person)
        assert heard.count(f"{CANARY} ") == 50
        assert ELSEWHERE not in heard


def test_no_report_holds_a_sealed_note_until_it_is_open(sealed: Sealed):
    workshop = sealed.world.workshop
    data, used = snapshot_of(workshop)
    assert CANARY not in json.dumps(data)
    assert not sealed.ids & set(used)

    board_of(sealed.world.session).open_notes(holder(sealed))
    data, used = snapshot_of(workshop)
    assert json.dumps(data["notes"]).count(f"{CANARY} ") == 50
    assert sealed.ids < set(used)


def to_everyone(note: Note, audience: str) -> None:
    room = Room.objects.get(key=note.board.room_key)
    room.head += 1
    room.save()
    Change.objects.create(room=room, key=note.live_key, audience=ALL, seq=room.head, html=note.text)


def anybody(note: Note, viewer: Viewer) -> bool:
    return True


def with_sealed(notes: Notes) -> Notes:
    return notes.filter(state__in=("shown", "sealed"))


# guard: (where it stands, what stands there without it, who is told then)
GUARDS = {
    "a sealed note is a change for nobody": (Note, "_push_to", to_everyone, "participant"),
    "nobody else knows of the note": (Note, "may_be_known_to", anybody, "participant"),
    "the board shows what is shown": (Notes, "on_board", with_sealed, "screen"),
    "the writers' page reads what facilitators can": (
        authors,
        "READABLE",
        ("shown", "late", "hidden", "sealed"),
        "owner",
    ),
}


@pytest.mark.parametrize("guard", GUARDS)
def test_without_this_guard_a_route_would_tell(guard: str, sealed: Sealed, monkeypatch):
    where, name, without, person = GUARDS[guard]
    monkeypatch.setattr(where, name, without)
    a_sealed_note(sealed.world.session, sealed.wim, f"{CANARY} more", check=False)

    assert any(told_by(row, sealed, [person]) for row in MATRIX)


def test_without_its_guard_a_report_would_tell(sealed: Sealed, monkeypatch):
    monkeypatch.setattr(Notes, "shown", with_sealed)
    assert CANARY in json.dumps(snapshot_of(sealed.world.workshop)[0])


def seal(session: Session) -> None:
    """As if the step that writes reasons had been planned to be written first."""
    go_to(session, "diagnosis_agree")
    session.steps.filter(key="diagnosis_write").update(write_first=True)


def a_sealed_note(session: Session, writer: Participant, text: str, check: bool = True) -> Note:
    place = Viewer("place", session.workshop, session, participant=writer)
    note = Note.write(board_of(session), place, uuid4(), "unsolved", text)
    assert note.state == "sealed" or not check
    return note


def board_of(session: Session) -> Board:
    return Board.objects.get(session=session)


def holder(sealed: Sealed) -> Viewer:
    session = sealed.world.session
    return Viewer("console", session.workshop, session, user=session.workshop.owner)


def who_asks(row: Row, nth: int) -> list[str]:
    """Whoever a row lets in, and two of the others in turn: they are all refused at the door."""
    others = sorted(EVERYONE - row.lets_in)
    return sorted(row.lets_in) + (others[nth % 5 :] + others)[:2]


def told_by(row: Row, sealed: Sealed, people: list[str]) -> list[str]:
    """Who of these people is told when they ask, for a sealed note where a row names one.

    Each asks the same rows, and every row is put back.
    """
    before = transaction.savepoint()
    args, data = asked_for(row, sealed)
    told = [
        person
        for person in people
        for how in WAYS[row.method]
        if sealed.is_told_by(answer(row, sealed.world, person, how, args, data), person)
    ]
    transaction.savepoint_rollback(before)
    return told


def answer(row: Row, world: World, person: str, accept: str, args: list, data: dict) -> str:
    before = transaction.savepoint()
    client = world.people[person]
    ask = client.post if row.method == "POST" else client.get
    response = ask(row.path(world, person, args), data, headers={"accept": accept})
    transaction.savepoint_rollback(before)
    return b"".join(response).decode(errors="replace") + str(response.headers)


def asked_for(row: Row, sealed: Sealed) -> tuple[list, dict]:
    """Return arguments and fields; of a note that is open where a sealed one would not do."""
    try:
        return row.args(sealed.asked), row.data(sealed.asked)
    except Refused:
        return row.args(sealed.world), row.data(sealed.world)


@async_to_sync
async def hears(way: str, door: str, sealed: Sealed, person: str) -> str:
    """Everything that comes to this person at this door, from the beginning to now."""
    path, headers = asked(door, way, sealed.world, person, "http://testserver")
    return await (from_socket if way == "live" else from_stream)(path, headers)


async def from_socket(path: str, headers: list) -> str:
    talk = WebsocketCommunicator(application, f"{path}?since=0", headers)
    connected, _ = await talk.connect(timeout=5)
    text = ""
    while connected and '"more":false' not in text:
        text += await talk.receive_from(timeout=5)
    await talk.disconnect()
    return text


async def from_stream(path: str, headers: list) -> str:
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"since=0"}
    talk = ApplicationCommunicator(application, {**scope, "headers": headers})
    await talk.send_input({"type": "http.request", "body": b"", "more_body": False})
    text, message = "", await talk.receive_output(timeout=5)
    while message.get("more_body", "status" in message) and '"more":false' not in text:
        message = await talk.receive_output(timeout=5)
        text += message.get("body", b"").decode()
    await talk.send_input({"type": "http.disconnect"})
    await talk.wait(timeout=5)
    return text
