"""Before voting is closed nobody is told how it stands: not one byte depends on who was voted for.

Wim votes in two ways, and everything that anybody else can ask for or is sent is compared.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from asgiref.sync import async_to_sync
from django.db import transaction

from boards.ballots import Ballots
from boards.models import Note, Poll
from debrief.snapshot import snapshot_of
from live import feeds, reading
from live.models import ALL, Change
from live.rooms import push
from workshops.refusals import Refused
from workshops.viewers import Viewer

from .desk_rows import REPORT
from .live_rows import LIVE
from .row import EVERYONE, Row
from .test_keep_sealed_notes_sealed import from_socket, from_stream
from .test_who_gets_a_socket import asked
from .world import World, go_to, joined, make_world, with_place

KEY = "stakeholders_key"
# Whatever can be asked for; a link to one's other device is another each time.
ASKED = [row for row in [*LIVE, *REPORT] if row.method == "GET" and "own-link" not in row.route]
PAGES = [row for row in ASKED if row.route.endswith(":page")]
# What no two answers share: numbers of forms and tokens, and the time.
OF_THE_MOMENT = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9]{64}|\d{13}|[\d-]+T[\d:.+]+"
    r'|\d\d:\d\d(:\d\d)?|data-[a-z-]*(ms|left|spent)="\d+"|expires=[^;]+'
)
CHANGE = re.compile(r'\{"seq":\d+,("key":.*?\})(?=,\{"seq"|\]\})')
PRESENCE = ('"key":"people"', '"key":"names"')  # who is here is told by the second, and by who asks


class Vote:
    """The world where the room votes on four names, and Wim, whose votes are his alone."""

    def __init__(self, world: World) -> None:
        go_to(world.session, "stakeholders_brainstorm")
        board = world.session.boards.get(activity_key="stakeholders")
        ines = world.viewer()
        self.names = [
            Note.write(board, ines, uuid4(), "users_citizens", f"Name {n}") for n in range(4)
        ]
        go_to(world.session, KEY)
        person, self.token = joined(world.session, "Wim")
        self.wim = Viewer("place", world.workshop, world.session, participant=person)
        self.poll = Poll.objects.get(key=KEY)
        self.world = replace(world, note=self.names[0])

    def give(self, *chosen: int) -> None:
        for each in chosen:
            self.poll.vote(self.wim, self.names[each])

    def take(self, *chosen: int) -> None:
        for each in chosen:
            self.poll.withdraw(self.wim, self.names[each])


@pytest.fixture
def vote(db, still, content, settings, tmp_path) -> Vote:
    settings.MEDIA_ROOT = tmp_path
    return Vote(make_world())


@pytest.fixture
def vote_and_live(transactional_db, content, settings, tmp_path) -> Iterator[Vote]:
    settings.MEDIA_ROOT = tmp_path
    yield Vote(make_world())
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


def test_no_route_tells_anybody_who_was_voted_for(vote: Vote):
    def everything(vote: Vote) -> dict:
        return told(vote, ASKED)

    first, second = (seen_after(vote, chosen, everything) for chosen in ((0, 1), (2, 3)))

    assert [at for at in first if first[at] != second[at]] == []
    assert sum("Name 0" in text for text in first.values()) > 15


def test_nothing_is_laid_down_for_anybody_else(vote: Vote):
    first, second = (seen_after(vote, chosen, laid_down) for chosen in ((0, 1), (2, 3)))

    assert first == second
    assert any("1 person has voted." in html for html in first.values())


@pytest.mark.parametrize("way", ["live", "stream"])
def test_no_socket_tells_anybody_who_was_voted_for(way: str, vote_and_live: Vote):
    vote = vote_and_live
    vote.give(0, 1)
    first = heard(way, vote)
    vote.take(0, 1)
    vote.give(2, 3)
    second = heard(way, vote)

    apart = {at: set(first[at]) ^ set(second[at]) for at in first}
    assert {at: changes for at, changes in apart.items() if changes} == {}
    assert sum("Name 0" in "".join(changes) for changes in first.values()) == 5


def test_the_report_is_the_same_and_so_is_what_a_voter_is_answered(vote: Vote):
    assert seen_after(vote, (0, 1), reported) == seen_after(vote, (2, 3), reported)
    assert seen_after(vote, (0,), voted_by_form(1)) == seen_after(vote, (2,), voted_by_form(3))


def test_wim_himself_is_told(vote: Vote):
    vote.give(0, 1)
    own = Change.objects.get(audience=vote.wim.identity, key__startswith="votes-")
    assert [str(name.pk) in own.html for name in vote.names] == [True, True, False, False]


def told_to_all(poll: Poll, person) -> None:
    push(
        poll.board.room_key,
        f"votes-{poll.pk}",
        str(Ballots(poll).of(person.pk).notes),
        audience=ALL,
    )


def tell_by_the_note(poll: Poll, person) -> None:
    Note.objects.get(pk=Ballots(poll).of(person.pk).notes[0]).push()


# guard: what is told without it when a vote is given
GUARDS: dict[str, Callable] = {
    "one's own votes are for oneself": told_to_all,
    "a vote pushes no note": tell_by_the_note,
}


@pytest.mark.parametrize("guard", GUARDS)
def test_without_this_guard_somebody_would_be_told(guard: str, vote: Vote, monkeypatch):
    monkeypatch.setattr(Poll, "_tell", GUARDS[guard])

    assert seen_after(vote, (0, 1), laid_down) != seen_after(vote, (2, 3), laid_down)


@pytest.mark.parametrize("way", ["told", "laid_down", "reported"])
def test_once_voting_is_closed_everyone_is_told(way: str, vote: Vote):
    def look(vote: Vote):
        vote.poll.close(vote.world.viewer("owner"))
        return {"told": told, "laid_down": laid_down, "reported": reported}[way](vote)

    first, second = (seen_after(vote, chosen, look) for chosen in ((0, 1), (2, 3)))
    assert first != second


def seen_after(vote: Vote, chosen: tuple[int, ...], look: Callable):
    """What `look` finds when Wim has given these votes; then every row is as before."""
    before = transaction.savepoint()
    vote.give(*chosen)
    found = look(vote)
    transaction.savepoint_rollback(before)
    return found


def told(vote: Vote, rows: list[Row] = PAGES) -> dict[tuple[str, str], str]:
    """What everyone who is let in gets when they ask."""
    asked = [(row, person) for row in rows for person in row.lets_in]
    return {(str(row), person): answer(row, vote.world, person) for row, person in asked}


def answer(row: Row, world: World, person: str) -> str:
    before = transaction.savepoint()
    try:
        response = world.people[person].get(row.path(world, person))
        text = f"{response.status_code} " + b"".join(response).decode(errors="replace")
    except Refused:
        text = "the room has moved on"
    transaction.savepoint_rollback(before)
    return tidied(text, world)


def laid_down(vote: Vote) -> dict[tuple, str]:
    """Whatever is sent to anybody but Wim by socket, stream or polling, with its number."""
    others = Change.objects.exclude(audience=vote.wim.identity)
    return {(row.key, row.audience, row.seq): row.html + row.fetch for row in others}


def heard(way: str, vote: Vote) -> dict[tuple[str, str], list[str]]:
    """Every change that comes to each person at each door, but its number."""
    everywhere = [(door, person) for door in ("s", "run", "screen") for person in EVERYONE]
    return {at: changes_in(hears(way, *at, vote), vote.world) for at in everywhere}


def changes_in(text: str, world: World) -> list[str]:
    found = [each for each in CHANGE.findall(text) if not each.startswith(PRESENCE)]
    return sorted({tidied(each, world) for each in found})


def hears(way: str, door: str, person: str, vote: Vote) -> str:
    path, headers = asked(door, way, vote.world, person, "http://testserver")
    return async_to_sync(from_socket if way == "live" else from_stream)(path, headers)


def reported(vote: Vote) -> str:
    return tidied(json.dumps(snapshot_of(vote.world.workshop)), vote.world)


def voted_by_form(choice: int) -> Callable[[Vote], str]:
    """What Wim is answered when he votes for one more, and again for the same."""

    def look(vote: Vote) -> str:
        wim, code = with_place(vote.world.session, vote.token), vote.world.session.code
        path = f"/s/{code}/notes/{vote.names[choice].pk}/vote/"
        return "".join(wim.post(path, {"poll": KEY}).content.decode() for _ in range(2))

    return look


def tidied(text: str, world: World) -> str:
    """Without what is of the moment; the numbers of notes stay."""
    notes = {str(pk) for pk in Note.objects.values_list("pk", flat=True)}
    return OF_THE_MOMENT.sub(lambda found: found[0] if found[0] in notes else "·", text)
