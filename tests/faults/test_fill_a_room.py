"""A roomful of people, all writing: nothing is lost, nothing is there twice, no frame is missed."""

import pytest

from .house import House
from .roomful import Roomful
from .sizes import CONTROL, ROOM


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return House(tmp_path_factory.mktemp("house"), [ROOM.people, CONTROL.people, CONTROL.people])


async def test_every_note_is_there_once_on_every_board_and_no_frame_was_missed(house):
    room, rows = house.room()
    with house.server() as server:
        async with Roomful(server.address, room, rows, ROOM) as roomful:
            await roomful.write()
            print(f"every board was complete after {await roomful.converged():.1f} s")

            assert len(roomful.acknowledged()) == len(rows.notes()) == ROOM.notes
            assert roomful.lost() == set()
            assert rows.doubled() == []
            assert roomful.broken() == []
            assert [one.connections for one in roomful.residents] == [1] * ROOM.people


async def test_a_frame_that_is_skipped_would_be_noticed_and_healed(house):
    room, rows = house.room()
    with house.server(without="continuity") as server:
        async with Roomful(server.address, room, rows, CONTROL) as roomful:
            await roomful.write()
            await roomful.converged()

            assert roomful.broken() != []


async def test_without_the_rule_about_gaps_it_would_stay_away(house):
    room, rows = house.room()
    with house.server(without="continuity") as server:
        async with Roomful(server.address, room, rows, CONTROL, asks_after_a_gap=False) as roomful:
            await roomful.write()
            await roomful.until(lambda: roomful.have() >= rows.head())

            assert roomful.astray() != []
