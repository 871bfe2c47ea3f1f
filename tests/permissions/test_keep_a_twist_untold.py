"""A twist is nobody's before it is revealed: not one byte of it in a page, a frame or a report."""

import json

import pytest

from debrief.snapshot import snapshot_of
from indicators.models import Scenario, Staging
from indicators.story import panel
from live import feeds, reading

from .row import EVERYONE
from .story_rows import with_a_story
from .test_keep_sealed_notes_sealed import hears
from .world import World, make_world

CANARY = "canary-twist-51c7"
FACILITATORS = {"owner", "co-facilitator"}
DOORS = ("s", "run", "screen")
LET_IN = {
    "participant": "s",
    "screen": "screen",
    "observer": "run",
    "owner": "run",
    "co-facilitator": "run",
}


@pytest.fixture
def told(db, content, settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return tell(make_world())


@pytest.fixture
def told_and_live(transactional_db, content, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    yield tell(make_world())
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


def tell(world: World) -> World:
    with_a_story(world, twist=CANARY)
    return world


def pages_with_it(world: World) -> set[str]:
    """Who is shown it, of those whom their door lets in."""
    return {person for person, door in LET_IN.items() if CANARY in page(world, person, door)}


def page(world: World, person: str, door: str) -> str:
    session = world.session
    key = session.screen_token if door == "screen" else session.code
    return world.people[person].get(f"/{door}/{key}/").content.decode()


def test_only_facilitators_are_shown_a_twist_before_it_is_revealed(told):
    for to in ("read", "first", "national"):
        Staging.of(told.session).move(to)
        assert pages_with_it(told) == FACILITATORS
    assert CANARY not in json.dumps(snapshot_of(told.workshop)[0])


def test_everyone_who_is_in_is_shown_it_once_it_is_revealed_and_it_can_be_taken_off(told):
    story = told.session.scenarios.get()
    story.show_twist(True)
    assert pages_with_it(told) == set(LET_IN)
    story.show_twist(False)
    assert pages_with_it(told) == FACILITATORS


def test_no_socket_tells_anybody_of_it(told_and_live):
    world = told_and_live
    Staging.of(world.session).move("local")
    heard = {(door, p): hears("live", door, Told(world), p) for door in DOORS for p in EVERYONE}

    assert [at for at, text in heard.items() if CANARY in text] == []
    assert sum('"changes"' in text for text in heard.values()) == 5


def test_without_its_guard_pages_would_tell(told, monkeypatch):
    monkeypatch.setattr(panel, "story_for", lambda session, viewer: revealed(session))
    assert "participant" in pages_with_it(told)


def revealed(session) -> Scenario:
    from django.utils import timezone

    story = session.scenarios.get()
    story.twist_shown_at = timezone.now()
    return story


class Told:
    """What `hears` asks of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
