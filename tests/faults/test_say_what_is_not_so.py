"""Positions, acknowledgements and numbers that are not so: answered as the protocol says."""

import asyncio
import json
import uuid

import pytest
from websockets.exceptions import ConnectionClosed

from live.codes import BAD_MESSAGE, LOAD_AGAIN
from tests.live.protocol_client import JSON, Board


@pytest.fixture
async def ada(place):
    return await place("Ada")


@pytest.fixture
async def known(ada) -> Board:
    """A board that is up to date: what is so."""
    board = Board()
    await ada.changes(board)
    return board


async def closed_with(person, board: Board, *says: dict) -> int | None:
    """Open a socket there and say these; the code it is closed with, None while it stays open."""
    async with person.socket(board) as socket:
        try:
            for message in says:
                await socket.recv()
                await socket.send(json.dumps(message))
            async with asyncio.timeout(1):
                while True:
                    await socket.recv()
        except ConnectionClosed as closed:
            return closed.rcvd and closed.rcvd.code
        except TimeoutError:
            return None


async def test_a_frame_that_was_never_sent_cannot_be_acknowledged(ada, known):
    assert await closed_with(ada, known, {"have": known.have + 1000}) == BAD_MESSAGE
    assert await closed_with(ada, known, {"have": known.have}) is None


@pytest.mark.parametrize(("epoch", "ahead"), [("", 1000), ("0123456789abcdef", 0)])
async def test_a_future_and_another_life_are_loaded_again(ada, known, epoch, ahead):
    wrong = Board(epoch or known.epoch, known.have + ahead)

    assert await closed_with(ada, wrong) == LOAD_AGAIN
    for address in ("changes", "stream"):
        answer = await ada.http.get(ada.here.join(address), params=wrong.asked, headers=JSON)
        assert answer.status_code == 409
        assert answer.json()["reload"]
    assert await closed_with(ada, known) is None


async def send(person, address: str, **fields):
    headers = {**JSON, "X-CSRFToken": person.http.cookies["csrftoken"]}
    return await person.http.post(person.here.join(address), data=fields, headers=headers)


async def test_writes_that_come_twice_and_out_of_order_leave_what_was_meant(site, ada, texts):
    key, first, second = uuid.uuid4(), str(uuid.uuid4()), str(uuid.uuid4())
    note = {"board": "diagnosis", "column": site.rooms[0]["column"], "text": f"Meant {key}"}
    change = {"text": f"Mended {key}", "base": 1, "operation": second}

    early = await send(ada, f"notes/{key}/change/", **change)
    answers = [await send(ada, f"notes/{key}/", **note, operation=first) for _ in range(2)]
    changes = [await send(ada, f"notes/{key}/change/", **change) for _ in range(2)]
    late = await send(ada, f"notes/{key}/", **note, operation=first)

    assert early.status_code == 404
    assert answers[0].json() == answers[1].json() == late.json()
    assert changes[0].json() == changes[1].json()
    found = await texts()
    assert (found.count(f"Mended {key}"), found.count(f"Meant {key}")) == (1, 0)


async def test_another_persons_number_and_another_rooms_are_taken(site, place, ada):
    key, column = str(uuid.uuid4()), site.rooms[0]["column"]
    mallory, elsewhere = await place("Mallory"), await place("Else", room=1)
    await ada.write("diagnosis", column, "Ada's own.", key)

    for other in (mallory, elsewhere):
        note = {"board": "diagnosis", "column": column, "text": "Ada's own."}
        answer = await send(other, f"notes/{key}/", **note)
        assert answer.status_code == 409
        assert "kept" in answer.json()["error"]
    taken = await send(mallory, f"notes/{key}/take-back/")
    hidden = await send(elsewhere, f"notes/{key}/take-back/")
    assert (taken.status_code, hidden.status_code) == (403, 404)
    assert (await send(ada, f"notes/{key}/take-back/")).status_code == 200
