"""Whoever keeps count of people is told who is connected, and only while someone is."""

import asyncio

import pytest

from live import presence
from tests.live.onlookers import ROOM, participant


@pytest.fixture
def told(monkeypatch):
    """What was told, twenty times a second."""
    heard = []
    monkeypatch.setattr(presence, "EVERY", 0.05)
    yield heard
    presence._reader.close()


@pytest.fixture
def in_room(seat):
    """Take a seat and wait until the Feed has it."""

    async def sit(number: int):
        one = await seat(participant(number))
        await one.frame()
        return one

    return sit


async def until(condition) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.02)


async def test_everyone_with_a_socket_is_named_by_room(in_room, told):
    await in_room(7)
    await in_room(8)
    presence.tell(told.append)
    await until(lambda: told)
    assert told[-1] == {ROOM: frozenset({"participant:7", "participant:8"})}


async def test_someone_who_leaves_is_named_no_more_and_at_the_end_it_is_quiet(in_room, told):
    stays, goes = await in_room(7), await in_room(8)
    presence.tell(told.append)
    await until(lambda: told)
    await goes.leave()
    await until(lambda: told[-1] == {ROOM: frozenset({"participant:7"})})
    await stays.leave()
    await until(lambda: presence._telling.done())


async def test_a_failure_is_not_the_end_of_it(in_room, told):
    def fails_once(connected):
        told.append(connected)
        if len(told) == 1:
            raise RuntimeError("The database is away.")

    await in_room(7)
    presence.tell(fails_once)
    await until(lambda: len(told) > 1)


async def test_told_twice_it_tells_once(in_room, told):
    await in_room(7)
    presence.tell(told.append)
    first = presence._telling
    presence.tell(told.append)
    assert presence._telling is first
