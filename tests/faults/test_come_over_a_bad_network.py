"""Everyone comes over a bad network to a server whose hints go astray: all end up with the same."""

import asyncio
from random import Random, SystemRandom
from time import monotonic

import pytest

from .bad_network import BadNetwork
from .house import House
from .roomful import Roomful
from .sizes import CONTROL, LONG, ROOM, SLOW_CONTROL

EVERY = 10 if LONG else 2  # seconds between troubles
# Seconds after the end. The short form shares its machine.
CONVERGED_WITHIN = 15 if LONG else 60
ABSORBED = ROOM.notes // 15  # at least: 100 of 1,500
PATIENCE = 2.5  # seconds for the answer to a write


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return House(tmp_path_factory.mktemp("house"), [ROOM.people, CONTROL.people, CONTROL.people])


@pytest.fixture
def random():
    seed = SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    return Random(seed)


async def test_everyone_ends_up_with_every_note_once(house, random):
    room, rows = house.room()
    with house.server(HSI_HINTS="bad") as server:
        async with (
            BadNetwork(server.port, random) as network,
            Roomful(network.address, room, rows, ROOM, patience=PATIENCE) as roomful,
        ):
            network.make_trouble(EVERY)
            writing = asyncio.create_task(roomful.write())
            await asyncio.sleep(ROOM.seconds)
            network.calm_down()
            end = monotonic()
            async with asyncio.timeout(CONVERGED_WITHIN):
                await writing
                await roomful.converged()
            print(
                f"converged after {monotonic() - end:.1f} s, {network.absorbed()} resends absorbed"
            )
            print(
                f"{network.cuts} cut, {network.silenced} silenced, {network.dropped} not answered"
            )

            assert len(roomful.acknowledged()) == len(rows.notes()) == ROOM.notes
            assert network.absorbed() >= ABSORBED
            assert roomful.lost() == set()
            assert rows.doubled() == []
            assert roomful.broken() == []


async def test_without_idempotency_there_would_be_notes_twice(house, random):
    room, rows = house.room()
    with house.server(without="idempotency") as server:
        async with (
            BadNetwork(server.port, random) as network,
            Roomful(network.address, room, rows, CONTROL, patience=PATIENCE) as roomful,
        ):
            network.make_trouble(EVERY)
            await roomful.write()

            assert rows.doubled() != []


@SLOW_CONTROL
async def test_without_the_heartbeat_what_no_hint_announced_would_stay_away(house):
    room, rows = house.room()
    with house.server(without="heartbeat", HSI_HINTS="none") as server:
        async with Roomful(server.address, room, rows, CONTROL) as roomful:
            await roomful.write()

            with pytest.raises(TimeoutError):
                await roomful.converged(within=5)
