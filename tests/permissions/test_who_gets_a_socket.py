"""Every socket and every stream against every kind of person, and the guards of the doors taken
away in turn."""

import pytest
from asgiref.sync import async_to_sync
from channels.testing import ApplicationCommunicator, WebsocketCommunicator
from django.conf import settings as django_settings

from hsi_workshop.asgi import application
from live import feeds, reading
from workshops import doors
from workshops.models import Participant

from .row import EVERYONE, PLACE, SCREEN, SEES
from .world import World, make_world


@pytest.fixture
def world(transactional_db, content, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    yield make_world()
    feeds.forget()
    reading.changes.close()
    reading.rights.close()


@pytest.mark.parametrize("way", ["live", "stream"])
@pytest.mark.parametrize(
    ("door", "lets_in"),
    [("s", PLACE), ("run", SEES), ("screen", SCREEN)],
    ids=["place", "console", "screen"],
)
def test_it_lets_in_exactly_whom_its_page_does(way: str, door: str, lets_in: set, world: World):
    assert who_follows(way, door, world) == lets_in


@pytest.mark.parametrize("way", ["live", "stream"])
def test_without_the_check_of_the_cookie_strangers_would_get_in(
    way: str, world: World, monkeypatch
):
    monkeypatch.setattr(doors, "_participant", lambda session, token: world.participant)

    assert who_follows(way, "s", world) > PLACE


@pytest.mark.parametrize("way", ["live", "stream"])
def test_without_the_check_for_removal_a_removed_person_would_get_in(
    way: str, world: World, monkeypatch
):
    monkeypatch.setattr(
        Participant, "is_in", lambda person, session: person.session_id == session.pk
    )

    assert who_follows(way, "s", world) == PLACE | {"removed participant"}


@pytest.mark.parametrize("way", ["live", "stream"])
def test_without_the_check_of_the_link_anyone_would_see_the_screen(
    way: str, world: World, monkeypatch
):
    monkeypatch.setattr(doors, "_session", lambda **where: world.session)

    assert who_follows(way, "screen", world) == EVERYONE


@pytest.mark.parametrize("way", ["live", "stream"])
def test_from_a_page_of_another_site_nobody_is_let_in(way: str, world: World):
    assert who_follows(way, "s", world, origin="https://elsewhere.example") == set()


def who_follows(way: str, door: str, world: World, origin: str = "http://testserver") -> set[str]:
    """Return the people whose socket or stream stays open for a first frame."""
    return {one for one in EVERYONE if WAYS[way](*asked(door, way, world, one, origin))}


def asked(door: str, way: str, world: World, person: str, origin: str) -> tuple[str, list]:
    """Return the address that this person's browser asks for, and its headers."""
    code = world.session.code
    if door == "screen":
        code = world.session.screen_token if person == "screen" else "x" * 32
    cookies = "; ".join(f"{name}={m.value}" for name, m in world.people[person].cookies.items())
    headers = {"host": "testserver", "origin": origin, "cookie": cookies}
    return f"/{door}/{code}/{way}", [(k.encode(), v.encode()) for k, v in headers.items()]


@async_to_sync
async def has_socket(path: str, headers: list) -> bool:
    talk = WebsocketCommunicator(application, f"{path}?since=0", headers)
    connected, _ = await talk.connect(timeout=5)
    first = await talk.receive_output(timeout=5) if connected else {"type": "websocket.close"}
    await talk.disconnect()
    return first["type"] == "websocket.send"


@async_to_sync
async def has_stream(path: str, headers: list) -> bool:
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"since=0"}
    talk = ApplicationCommunicator(application, {**scope, "headers": headers})
    await talk.send_input({"type": "http.request", "body": b"", "more_body": False})
    seen = b""
    while b"data: " not in seen and b"error" not in seen and b"another site" not in seen:
        seen += (await talk.receive_output(timeout=5)).get("body", b"")
    await talk.send_input({"type": "http.disconnect"})
    await talk.wait(timeout=5)
    return b'"changes"' in seen


WAYS = {"live": has_socket, "stream": has_stream}


def test_the_session_cookie_is_the_one_the_settings_name(world: World):
    assert django_settings.SESSION_COOKIE_NAME in world.people["owner"].cookies
