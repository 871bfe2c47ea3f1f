"""Before the rating is closed not one byte that anybody else gets depends on what was said.

Wim rates in two ways, and everything that others can ask for or are sent is compared. Once it
is closed facilitators are told by where people speak from, and nobody else is.
"""

import json
from collections.abc import Callable, Iterator

import pytest
from asgiref.sync import async_to_sync
from django.db import transaction

from debrief.snapshot import snapshot_of
from indicators.models import Indicator, RatingRound
from indicators.reading import rating_fragments
from live import feeds, reading
from live.models import ALL, Change
from live.rooms import push
from workshops.viewers import Viewer

from .reading_rows import READING
from .row import EVERYONE, TENDS, Row
from .test_keep_sealed_notes_sealed import from_socket, from_stream
from .test_keep_votes_blind import ASKED, PAGES, answer, changes_in, tidied
from .test_who_gets_a_socket import asked
from .world import World, go_to, joined, make_world, with_place

READ = [row for row in READING if row.method == "GET"]
EVERYWHERE = [*(row for row in ASKED if "poll" not in row.route), *READ]  # nobody votes here
KEYS = ("local_need", "data_sharing")
HIGH, LOW = ("fully", "mostly"), ("not_at_all", "cannot_say")


class Rated:
    """The world while it rates: Ines and Wen have, and what Wim says is his alone."""

    def __init__(self, world: World) -> None:
        self.world = world
        go_to(world.session, "indicators_read")
        self.signs = [Indicator.of(world.workshop).get(key=key) for key in KEYS]
        self.rating = RatingRound.open(world.viewer("owner"))
        person, self.token = joined(world.session, "Wim")
        self.wim = Viewer("place", world.workshop, world.session, participant=person)
        wen, _token = joined(world.session, "Wen")
        for each in (world.viewer(), Viewer("place", world.workshop, world.session, wen)):
            self.say(("mostly", "mostly"), each)

    def say(self, words: tuple[str, str], by: Viewer | None = None) -> None:
        for sign, word in zip(self.signs, words, strict=True):
            self.rating.rate(by or self.wim, sign, word)


@pytest.fixture
def rated(db, still, content, settings, tmp_path) -> Rated:
    settings.MEDIA_ROOT = tmp_path
    return Rated(make_world())


@pytest.fixture
def rated_and_live(transactional_db, content, settings, tmp_path) -> Iterator[Rated]:
    settings.MEDIA_ROOT = tmp_path
    yield Rated(make_world())
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


def test_no_route_tells_anybody_what_was_said(rated: Rated):
    first, second = (seen_after(rated, words, told_everywhere) for words in (HIGH, LOW))

    assert [at for at in first if first[at] != second[at]] == []
    assert sum("Local need understood" in text for text in first.values()) >= 5


def test_nothing_is_laid_down_for_anybody_else(rated: Rated):
    first, second = (seen_after(rated, words, laid_down) for words in (HIGH, LOW))

    assert first == second
    assert any("3 people have rated." in html for html in first.values())


@pytest.mark.parametrize("way", ["live", "stream"])
def test_no_socket_tells_anybody_what_was_said(way: str, rated_and_live: Rated):
    rated = rated_and_live
    rated.say(HIGH)
    first = heard(way, rated)
    rated.say(LOW)
    second = heard(way, rated)

    apart = {at: set(first[at]) ^ set(second[at]) for at in first}
    assert {at: changes for at, changes in apart.items() if changes} == {}
    assert sum("3 people have rated." in "".join(changes) for changes in first.values()) == 2


def test_the_report_is_the_same_and_so_is_what_a_rater_is_answered(rated: Rated):
    assert seen_after(rated, HIGH, reported) == seen_after(rated, LOW, reported)
    first, second = (seen_after(rated, HIGH, rated_by_form(word)) for word in ("fully", "mostly"))
    assert first == second
    assert "seq" in first


def test_wim_himself_is_told(rated: Rated):
    rated.say(HIGH)
    own = Change.objects.filter(audience=rated.wim.identity, key__startswith="rating-")
    assert sorted("Fully" in row.html for row in own) == [False, True]


def to_all(rating, indicator, person, how_far) -> None:
    push(rating.session.room_key, f"rating-{indicator.pk}", how_far, audience=ALL)


def with_words(rating) -> None:
    words = list(rating.ratings.values_list("how_far", flat=True))
    push(rating.session.room_key, f"rated-{rating.pk}", str(words), audience="facilitators")


# guard: what is pushed without it
GUARDS = {
    "one's own rating is for oneself": ("push_own", to_all),
    "facilitators hear how many": ("push_turnout", with_words),
}


@pytest.mark.parametrize("guard", GUARDS)
def test_without_this_guard_somebody_would_be_told(guard: str, rated: Rated, monkeypatch):
    monkeypatch.setattr(rating_fragments, *GUARDS[guard])

    assert seen_after(rated, HIGH, laid_down) != seen_after(rated, LOW, laid_down)


def test_once_closed_facilitators_are_told_and_nobody_else(rated: Rated):
    def look(rated: Rated) -> dict:
        rated.rating.close(rated.world.viewer("owner"))
        return told(rated, PAGES)

    first, second = (seen_after(rated, words, look) for words in (HIGH, LOW))
    differ = {person for route, person in first if first[route, person] != second[route, person]}
    assert differ == TENDS


def test_once_closed_the_report_tells(rated: Rated):
    def look(rated: Rated) -> str:
        rated.rating.close(rated.world.viewer("owner"))
        return reported(rated)

    assert seen_after(rated, HIGH, look) != seen_after(rated, LOW, look)


def seen_after(rated: Rated, words: tuple[str, str], look: Callable):
    """What `look` finds when Wim has said this; then every row is as before."""
    before = transaction.savepoint()
    rated.say(words)
    found = look(rated)
    transaction.savepoint_rollback(before)
    rated.rating.refresh_from_db()
    return found


def told_everywhere(rated: Rated) -> dict[tuple[str, str], str]:
    return told(rated, EVERYWHERE)


def told(rated: Rated, rows: list[Row]) -> dict[tuple[str, str], str]:
    """What everyone who is let in gets when they ask."""
    asked_for = [(row, person) for row in rows for person in row.lets_in]
    return {(str(row), who): answer(row, rated.world, who) for row, who in asked_for}


def laid_down(rated: Rated) -> dict[tuple, str]:
    """Whatever is sent to anybody but Wim by socket, stream or polling, with its number."""
    others = Change.objects.exclude(audience=rated.wim.identity)
    return {(row.key, row.audience, row.seq): row.html + row.fetch for row in others}


def heard(way: str, rated: Rated) -> dict[tuple[str, str], list[str]]:
    """Every change that comes to each person at each door, but its number."""
    everywhere = [(door, person) for door in ("s", "run", "screen") for person in EVERYONE]
    return {at: changes_in(hears(way, *at, rated), rated.world) for at in everywhere}


def hears(way: str, door: str, person: str, rated: Rated) -> str:
    path, headers = asked(door, way, rated.world, person, "http://testserver")
    return async_to_sync(from_socket if way == "live" else from_stream)(path, headers)


def reported(rated: Rated) -> str:
    return tidied(json.dumps(snapshot_of(rated.world.workshop)), rated.world)


def rated_by_form(word: str) -> Callable[[Rated], str]:
    """What Wim is answered when he says it anew."""

    def look(rated: Rated) -> str:
        wim, code = with_place(rated.world.session, rated.token), rated.world.session.code
        path = f"/s/{code}/indicators/{KEYS[0]}/rate/"
        return wim.post(
            path, {"how_far": word}, headers={"accept": "application/json"}
        ).content.decode()

    return look
