"""Every socket against every kind of person, and the guards of the doors taken away in turn."""

import pytest
from asgiref.sync import async_to_sync
from channels.testing import WebsocketCommunicator
from django.conf import settings as django_settings

from hsi_workshop.asgi import application
from live import feeds, reading
from workshops import doors
from workshops.models import Session

from .row import EVERYONE, PLACE, SCREEN, SEES
from .world import World, make_world


@pytest.fixture
def world(transactional_db, content, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    yield make_world()
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


@pytest.mark.parametrize(
    ("door", "lets_in"),
    [("s", PLACE), ("run", SEES), ("screen", SCREEN)],
    ids=["place", "console", "screen"],
)
def test_a_socket_lets_in_exactly_whom_its_page_does(door: str, lets_in: set, world: World):
    assert get_sockets(door, world) == lets_in


def test_without_the_check_of_the_cookie_strangers_would_get_in(world: World, monkeypatch):
    monkeypatch.setattr(doors, "_participant", lambda session, token: world.participant)

    assert get_sockets("s", world) > PLACE


def test_without_the_check_for_removal_a_removed_person_would_get_in(world: World, monkeypatch):
    monkeypatch.setattr(Session, "people_here", lambda session: session.participants.all())

    assert get_sockets("s", world) == PLACE | {"removed participant"}


def test_without_the_check_of_the_link_anyone_would_see_the_screen(world: World, monkeypatch):
    monkeypatch.setattr(doors, "_session", lambda **where: world.session)

    assert get_sockets("screen", world) == EVERYONE


def test_a_socket_from_another_site_is_refused(world: World):
    assert get_sockets("s", world, origin="https://elsewhere.example") == set()


def get_sockets(door: str, world: World, origin: str = "http://testserver") -> set[str]:
    """Return the people whose socket stays open for a first frame."""
    return {person for person in EVERYONE if follows(door, world, person, origin)}


@async_to_sync
async def follows(door: str, world: World, person: str, origin: str) -> bool:
    code = world.session.code
    if door == "screen":
        code = world.session.screen_token if person == "screen" else "x" * 32
    cookies = "; ".join(f"{name}={m.value}" for name, m in world.people[person].cookies.items())
    headers = {"host": "testserver", "origin": origin, "cookie": cookies}
    talk = WebsocketCommunicator(
        application,
        f"/{door}/{code}/live?since=0",
        [(name.encode(), value.encode()) for name, value in headers.items()],
    )
    connected, _ = await talk.connect(timeout=5)
    first = await talk.receive_output(timeout=5) if connected else {"type": "websocket.close"}
    await talk.disconnect()
    return first["type"] == "websocket.send"


def test_the_session_cookie_is_the_one_the_settings_name(world: World):
    assert django_settings.SESSION_COOKIE_NAME in world.people["owner"].cookies
