"""Sockets that say too much: refused before it is kept, and the others go on."""

import asyncio
import contextlib
import json
import os
import time

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from live import limits
from live.codes import BAD_MESSAGE, TOO_BIG, TOO_MUCH
from tests.live.protocol_client import Board

from .meanwhile import others_go_on

pytestmark = pytest.mark.daphne
WITHIN = 10  # seconds until the offender must be out
MB = 1024 * 1024


@pytest.fixture
async def people(place):
    """Someone honest, and someone who is not."""
    return await place("Ada"), await place("Mallory")


async def one_frame(socket) -> None:
    await socket.send("x" * 10 * MB)


async def one_message_in_pieces(socket) -> None:
    async def pieces():
        for _ in range(10_000):
            yield "x" * 1000
            await asyncio.sleep(0)

    await socket.send(pieces())


async def tiny_frames(socket) -> None:
    while True:
        await socket.send('{"have": 0}')
        await asyncio.sleep(0)


async def pings(socket) -> None:
    while True:
        await socket.ping(os.urandom(100))
        await asyncio.sleep(0)


async def empty_pieces(socket) -> None:
    """A message that never ends and never has a word."""
    await write(socket, Frame(Opcode.TEXT, b"", fin=False))
    while True:
        await write(socket, *[Frame(Opcode.CONT, b"", fin=False)] * 1000)


async def write(socket, *frames: Frame) -> None:
    """Send what the library would not: it waits while the server does not read."""
    data = b"".join(frame.serialize(mask=True) for frame in frames)
    if socket.transport.is_closing():
        await socket.wait_closed()
        raise ConnectionError
    socket.transport.write(data)
    while socket.transport.get_write_buffer_size() and not socket.transport.is_closing():
        await asyncio.sleep(0)
    await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("shout", "code"),
    [
        (one_frame, TOO_BIG),
        (one_message_in_pieces, TOO_BIG),
        (tiny_frames, TOO_MUCH),
        (pings, TOO_MUCH),
        (empty_pieces, TOO_MUCH),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
async def test_who_shouts_is_out_and_the_others_go_on(site, people, shout, code):
    ada, mallory = people
    async with others_go_on(site, ada), mallory.socket(Board()) as socket:
        began = time.monotonic()
        async with asyncio.timeout(WITHIN):
            shouting = asyncio.create_task(shout(socket))
            with pytest.raises(ConnectionClosed) as closed:
                await until_closed(socket)
            shouting.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionClosed, ConnectionError):
                await shouting
        print(f"{shout.__name__}: out after {time.monotonic() - began:.2f} s")

    # Who goes on shouting may be cut off before they have read why.
    assert closed.value.rcvd is None or closed.value.rcvd.code == code


async def test_who_stops_to_listen_hears_why(people):
    async with people[0].socket(Board()) as socket:
        for _ in range(limits.MESSAGES_AT_ONCE + 10):
            await socket.ping()
        with pytest.raises(ConnectionClosed) as closed:
            await until_closed(socket)

    assert closed.value.rcvd.code == TOO_MUCH


@pytest.mark.parametrize(
    ("length", "code"),
    [(limits.MOST_OF_A_MESSAGE, BAD_MESSAGE), (limits.MOST_OF_A_MESSAGE + 1, TOO_BIG)],
)
async def test_a_long_message_is_heard_up_to_the_limit(people, length, code):
    async with people[0].socket(Board()) as socket:
        await socket.send("x" * length)
        with pytest.raises(ConnectionClosed) as closed:
            await until_closed(socket)

    assert closed.value.rcvd.code == code


async def until_closed(socket) -> None:
    while True:
        await socket.recv()


async def test_a_message_of_a_usual_size_and_pace_is_heard(site, people):
    _, ada = people
    board = Board()
    async with ada.socket(board) as socket:
        board.take(json.loads(await socket.recv()))
        for _ in range(limits.MESSAGES_AT_ONCE - 10):
            await socket.send(json.dumps({"have": 0}))
        await socket.ping(b"still there")
        await ada.write("diagnosis", site.rooms[0]["column"], "Said calmly.")
        while "Said calmly." not in str(board.items):
            board.take(json.loads(await asyncio.wait_for(socket.recv(), 5)))
