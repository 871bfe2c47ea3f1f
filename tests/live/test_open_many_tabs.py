from dataclasses import replace

from live.codes import TOO_MUCH
from tests.live.onlookers import SCREEN, Onlooker, participant


async def test_a_ninth_tab_closes_the_one_that_was_opened_first(room, seat):
    tabs = [await seat() for _ in range(Onlooker.most_sockets + 1)]

    assert await tabs[0].closed_with() == TOO_MUCH
    head = await room.push("note-1")
    for tab in tabs[1:]:
        assert (await tab.until(head))[-1]["head"] == head


async def test_eight_tabs_and_eight_people_are_not_too_many(room, seat):
    seats = [await seat() for _ in range(8)] + [await seat(participant(n)) for n in range(20, 28)]

    head = await room.push("note-1")
    for one in seats:
        assert (await one.until(head))[-1]["head"] == head


async def test_a_tab_that_was_closed_makes_room(room, seat):
    tabs = [await seat() for _ in range(8)]
    await tabs[3].leave()
    tabs[3] = await seat()

    head = await room.push("note-1")
    for tab in tabs:
        assert (await tab.until(head))[-1]["head"] == head


async def test_streams_count_with_the_sockets(room, seat, listener):
    tabs = [await seat() for _ in range(8)]

    await listener()

    assert await tabs[0].closed_with() == TOO_MUCH


async def test_a_screen_may_be_in_many_places(room, seat):
    screens = [await seat(replace(SCREEN, most_sockets=12)) for _ in range(12)]

    head = await room.push("note-1")
    for screen in screens:
        assert (await screen.until(head))[-1]["head"] == head
