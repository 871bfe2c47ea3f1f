"""The server is killed while everyone writes: what was acknowledged is there, once, everywhere."""

import asyncio
from random import Random, SystemRandom
from time import monotonic

import pytest

from .house import House
from .roomful import Roomful
from .sizes import CONTROL, LONG, ROOM

# Seconds after a restart in which everyone has what was there. The short form shares its machine.
AGAIN_WITHIN = 5 if LONG else 30


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return House(tmp_path_factory.mktemp("house"), [ROOM.people, CONTROL.people])


@pytest.fixture
def random():
    seed = SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    return Random(seed)


async def killed(server, roomful) -> float:
    """Kill the server, start it again, and return after how many seconds all had what was there."""
    server.kill()
    await roomful.until(lambda: not any(one.follows for one in roomful.residents))
    there = roomful.rows.head()
    await asyncio.to_thread(server.start)
    restarted = monotonic()
    await roomful.until(lambda: roomful.have() >= there)
    return monotonic() - restarted


async def test_two_kills_lose_nothing_and_double_nothing(house, random):
    room, rows = house.room()
    with house.server() as server:
        async with Roomful(server.address, room, rows, ROOM) as roomful:
            writing = asyncio.create_task(roomful.write())
            took = []
            for _ in range(2):
                await asyncio.sleep(random.uniform(0.1, 0.3) * ROOM.seconds)
                took.append(await killed(server, roomful))
            print("after a restart all had what was there within", [f"{s:.1f} s" for s in took])
            await writing
            await roomful.converged()

            assert len(roomful.acknowledged()) == ROOM.notes
            assert roomful.lost() == set()
            assert rows.doubled() == []
            assert roomful.broken() == []
            assert max(took) <= AGAIN_WITHIN


async def test_an_answer_before_the_commit_would_lose_what_it_answered(house):
    room, rows = house.room()
    with house.server(without="commit_before_answer") as server:
        async with Roomful(server.address, room, rows, CONTROL) as roomful:
            writing = asyncio.create_task(roomful.write())
            await roomful.until(lambda: len(roomful.acknowledged()) > CONTROL.notes / 2)
            await killed(server, roomful)
            await writing
            await asyncio.sleep(1.5)

            assert roomful.lost() != set()
