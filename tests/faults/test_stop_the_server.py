"""SIGTERM: what is under way is answered, everyone else is told to come back."""

import asyncio
import contextlib
import json
import os
import signal
import sqlite3
import time

import pytest
from websockets.exceptions import ConnectionClosed

from bench.site import Site
from live import limits
from live.codes import COME_BACK
from tests.live.protocol_client import Board, Place

from .line import Line

pytestmark = pytest.mark.daphne
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return Site(tmp_path_factory.mktemp("stopped"), [1])


@pytest.fixture
def server(house):
    house.start()
    yield house
    house.stop()


@pytest.fixture
async def ada(server):
    ada = Place(server.address)
    await ada.join(server.rooms[0]["code"], "Ada")
    yield ada
    await ada.http.aclose()


@contextlib.contextmanager
def disk_is_busy(server):
    """Somebody else writes to the database: every command has to wait."""
    other = sqlite3.connect(server.env["HSI_DATA"] + "/workshop.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


def texts(server) -> list[str]:
    rows = sqlite3.connect(server.env["HSI_DATA"] + "/workshop.sqlite3")
    with contextlib.closing(rows):
        return [text for (text,) in rows.execute("SELECT text FROM boards_note")]


def tell_to_stop(server) -> float:
    server.child.send_signal(signal.SIGTERM)
    return time.monotonic()


async def ended(server, within: float) -> int:
    return await asyncio.to_thread(server.child.wait, within)


async def test_a_write_under_way_is_answered_before_the_server_ends(server, ada):
    with disk_is_busy(server):
        writing = asyncio.create_task(
            ada.write("diagnosis", server.rooms[0]["column"], "In the last second.")
        )
        await asyncio.sleep(0.5)
        began = tell_to_stop(server)
        await asyncio.sleep(limits.SECONDS_TO_HANG_UP + 0.5)
        assert server.child.poll() is None
    answer = await writing

    assert answer["state"] == "shown"
    assert await ended(server, within=5) == 0
    assert time.monotonic() - began < limits.SECONDS_TO_ANSWER
    assert texts(server).count("In the last second.") == 1


async def test_who_writes_meanwhile_is_told_in_words_to_try_again(server, ada):
    async with Line(server) as late:
        form = f"board=diagnosis&column={server.rooms[0]['column']}&text=Too+late".encode()
        await late.head(ada, f"Content-Length: {len(form)}", "Connection: close")
        with disk_is_busy(server):
            writing = asyncio.create_task(
                ada.write("diagnosis", server.rooms[0]["column"], "Just in time.")
            )
            await asyncio.sleep(0.5)
            tell_to_stop(server)
            await asyncio.sleep(0.3)
            await late.send(form)
            head, _, body = (await late.answer()).partition("\r\n\r\n")
        await writing

    assert head.startswith("HTTP/1.1 503 ")
    assert f"retry-after: {limits.SECONDS_UNTIL_BACK}" in head.lower()
    assert "kept" in json.loads(body)["error"]
    assert await ended(server, within=5) == 0
    assert "Too late" not in texts(server)


async def test_nobody_new_is_let_in(server, ada):
    with disk_is_busy(server):
        writing = asyncio.create_task(ada.write("diagnosis", server.rooms[0]["column"], "Slow."))
        await asyncio.sleep(0.5)
        tell_to_stop(server)
        await asyncio.sleep(0.3)
        with pytest.raises(ConnectionRefusedError):
            await Line(server).__aenter__()
    await writing


async def test_open_sockets_are_told_to_come_back_and_find_the_server_again(server, ada):
    board = Board()
    async with ada.socket(board) as socket:
        board.take(json.loads(await socket.recv()))
        tell_to_stop(server)
        with pytest.raises(ConnectionClosed) as closed:
            await read_all(socket, board)

    assert closed.value.rcvd.code == COME_BACK
    assert await ended(server, within=5) == 0
    server.start()
    await ada.write("diagnosis", server.rooms[0]["column"], "After the restart.")
    await ada.follow(board, board.have + 1)
    assert any("After the restart." in item.get("html", "") for item in board.items.values())


async def read_all(socket, board: Board) -> None:
    while True:
        board.take(json.loads(await socket.recv()))


async def test_streams_end_with_the_same_code(server, ada):
    async with ada.http.stream("GET", ada.here.join("stream"), timeout=10) as stream:
        lines = stream.aiter_lines()
        while not (await anext(lines)).startswith("data: "):
            pass
        tell_to_stop(server)
        rest = [line async for line in lines]

    assert "event: end" in rest
    assert f"data: {COME_BACK}" in rest
    assert await ended(server, within=5) == 0


async def test_connections_that_are_only_kept_and_sockets_that_are_deaf_hold_nothing_up(
    server, ada
):
    async with Line(server) as kept, Line(server) as silent, ada.socket(Board()) as deaf:
        await kept.send(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        assert (await kept.reader.readline()).startswith(b"HTTP/1.1 200")
        deaf.transport.pause_reading()
        began = tell_to_stop(server)
        assert await ended(server, within=5) == 0
        assert silent.reader is not kept.reader

    assert time.monotonic() - began < limits.SECONDS_TO_HANG_UP + 2


@pytest.mark.skipif("HSI_LONG" not in os.environ, reason="takes twelve seconds; HSI_LONG=1 runs it")
async def test_what_takes_too_long_is_not_waited_for(server, ada):
    with disk_is_busy(server):
        writing = asyncio.create_task(ada.write("diagnosis", server.rooms[0]["column"], "Never."))
        await asyncio.sleep(0.5)
        began = tell_to_stop(server)
        assert await ended(server, within=20) == 1
    with pytest.raises(Exception, match=r".*"):
        await writing

    assert limits.SECONDS_TO_ANSWER < time.monotonic() - began < limits.SECONDS_TO_ANSWER + 4
    assert "Never." not in texts(server)
