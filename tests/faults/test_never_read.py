"""Sockets that never read: they cost a window each, the others see everything, and they are out."""

import asyncio
import contextlib
import json
import os
import socket as sockets
import sqlite3
import time
from pathlib import Path

import pytest

from bench import site as sites
from bench.site import Site
from tests.live.protocol_client import Board, Place

from .impatient import SHORT
from .meanwhile import others_go_on

pytestmark = pytest.mark.daphne
DEAF = 8  # sockets, as many as one person may have
ROWS, ROW = 1000, "x" * 10_000  # a board of 10 MB: what a socket without a window would be sent


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A room with more in it than anyone will ever write."""
    folder = tmp_path_factory.mktemp("never-read")
    site = Site(folder, [1])
    site.full = fill(folder / "workshop.sqlite3")
    return site


@pytest.fixture(params=["impatient"])
def big_board(request, filled):
    """A server on it, with short limits unless a test wants it as we ship it."""
    sites.SERVERS["impatient"] = ["tests.faults.impatient", "--bind", "127.0.0.1"]
    filled.env["HSI_SERVER"] = request.param
    with filled:
        yield filled


def fill(file) -> int:
    """Fill the board behind everyone's back and return the head that it ends at."""
    with contextlib.closing(sqlite3.connect(file)) as rows, rows:
        room, head = rows.execute("SELECT id, head FROM live_room").fetchone()
        rows.executemany(
            'INSERT INTO live_change (room_id, key, audience, seq, html, gone, "into", "order",'
            " fetch) VALUES (?, ?, 'all', ?, ?, 0, '', '', '')",
            [(room, f"big-{n}", head + n + 1, ROW) for n in range(ROWS)],
        )
        rows.execute("UPDATE live_room SET head = ? WHERE id = ?", (head + ROWS, room))
    return head + ROWS


@pytest.fixture
async def place(big_board):
    async with contextlib.AsyncExitStack() as stack:

        async def join(name: str) -> Place:
            one = Place(big_board.address)
            stack.push_async_callback(one.http.aclose)
            await one.join(big_board.rooms[0]["code"], name)
            return one

        yield join


@contextlib.asynccontextmanager
async def deaf(person, count: int):
    """Sockets with a small buffer, of which nothing is read after the first frame."""
    async with contextlib.AsyncExitStack() as stack:
        opened = []
        for _ in range(count):
            one = await stack.enter_async_context(person.socket(Board()))
            stack.callback(one.transport.abort)
            line = one.transport.get_extra_info("socket")
            line.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
            one.transport.pause_reading()
            opened.append(one)
        yield opened


@pytest.mark.parametrize("big_board", ["daphne"], indirect=True)  # where the deaf stay longest
async def test_memory_stays_flat_and_a_late_joiner_gets_the_whole_board(big_board, place):
    mallory, late, board = await place("Mallory"), await place("Late"), Board()
    async with others_go_on(big_board, await place("Ada")), deaf(mallory, DEAF):
        before = time.monotonic()
        async with asyncio.timeout(60):
            await late.follow(board, until=big_board.full)
        print(f"10 MB followed in {time.monotonic() - before:.1f} s beside {DEAF} deaf sockets")

    assert sum(key.startswith("big-") for key in board.items) == ROWS


async def test_who_never_reads_is_out(big_board, place):
    mallory = await place("Mallory")
    patience = SHORT["SECONDS_BETWEEN_PINGS"] + SHORT["SECONDS_FOR_A_PONG"]
    before = open_sockets(big_board)
    async with deaf(mallory, 3):
        assert open_sockets(big_board) >= before + 3
        async with asyncio.timeout(patience + 8):
            while open_sockets(big_board) > before:
                await asyncio.sleep(0.2)


async def test_who_reads_and_answers_stays(big_board, place):
    ada, board = await place("Ada"), Board()
    async with ada.socket(board) as socket:
        end = time.monotonic() + SHORT["SECONDS_BETWEEN_PINGS"] + SHORT["SECONDS_FOR_A_PONG"] + 5
        while time.monotonic() < end:
            frame = json.loads(await socket.recv())
            assert board.take(frame)
            await socket.send(json.dumps({"have": frame["head"]}))


def open_sockets(site) -> int:
    """How many the server holds, as its kernel counts them."""
    files = Path(f"/proc/{site.child.pid}/fd").iterdir()
    return sum(os.readlink(file).startswith("socket:") for file in files)
