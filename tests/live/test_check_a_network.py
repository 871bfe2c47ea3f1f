"""A page asks for a few beats to learn what its network lets through."""

import asyncio

import pytest
from channels.testing import ApplicationCommunicator, WebsocketCommunicator

from live import checks
from live.checks import BEATS, Checks


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(checks, "SECONDS_BETWEEN", 0.05)


@pytest.fixture
def app():
    return Checks(lambda scope: dict(scope["headers"])[b"from"].decode())


def stream(app, address="an office") -> ApplicationCommunicator:
    scope = {"type": "http", "path": "/check/stream", "headers": [(b"from", address.encode())]}
    return ApplicationCommunicator(app, scope)


async def status(talk) -> int:
    return (await talk.receive_output(timeout=5))["status"]


async def test_a_socket_gets_a_few_beats_and_is_closed(app):
    talk = WebsocketCommunicator(app, "/check/live", [(b"from", b"an office")])
    await talk.connect()
    said = [await talk.receive_output(timeout=5) for _ in range(BEATS + 1)]
    assert ["now" in one.get("text", "") for one in said] == [True] * BEATS + [False]
    assert said[-1] == {"type": "websocket.close", "code": 1000}


async def test_a_stream_gets_them_one_by_one(app):
    talk = stream(app)
    assert await status(talk) == 200
    said = [await talk.receive_output(timeout=5) for _ in range(BEATS + 1)]
    assert [one["body"].startswith(b"data: ") for one in said] == [True] * BEATS + [False]
    await talk.wait(timeout=5)


async def test_too_many_from_one_address_wait_and_others_do_not(app, monkeypatch):
    monkeypatch.setattr(checks, "MOST_FROM_ONE", 2)
    first = [stream(app), stream(app)]
    assert [await status(one) for one in first] == [200, 200]
    assert await status(stream(app)) == 429
    assert await status(stream(app, "another office")) == 200
    refused = WebsocketCommunicator(app, "/check/live", [(b"from", b"an office")])
    assert (await refused.connect())[0] is False

    await asyncio.gather(*[one.wait(timeout=5) for one in first])

    assert await status(stream(app)) == 200


async def test_nor_are_there_ever_too_many_in_all(app, monkeypatch):
    monkeypatch.setattr(checks, "MOST_AT_ONCE", 2)
    first = [stream(app, "one"), stream(app, "two")]
    assert [await status(one) for one in first] == [200, 200]

    assert await status(stream(app, "three")) == 429
