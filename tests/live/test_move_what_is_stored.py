"""What is stored for a few goes to others as it is, at one moment, and nobody keeps an old copy."""

import pytest

from live.models import ALL, SERVER, Change
from live.rooms import Place, lock, move, position, push
from tests.live.onlookers import ROOM, SCREEN, aside, is_unbroken, keys, participant
from tests.live.protocol_client import Board


async def move_all(places: dict[str, Place]) -> int:
    def command() -> int:
        with lock(ROOM):
            return move(ROOM, places)

    return await aside(command)


async def board_of(one, head: int) -> tuple[Board, list[dict]]:
    """What the frames up to `head` add up to."""
    frames, board = await one.until(head), Board()
    for frame in frames:
        assert board.take(frame)
    return board, frames


async def test_a_fragment_goes_to_everyone_in_its_new_place_with_its_words(room, seat):
    await room.push("note-1", "<p>words", audience=SERVER, into="a", order="2")
    early = await seat(participant(8))
    head = await move_all({"note-1": Place(ALL, "b", "1")})

    for one in (early, await seat(SCREEN)):
        board, _ = await board_of(one, head)
        assert board.items == {"note-1": {"html": "<p>words", "into": "b", "order": "1"}}


async def test_whoever_loses_it_is_told_and_whoever_has_it_twice_keeps_it(room, seat):
    await room.push("note-1", audience="participant:7")
    await room.push("note-2", audience="screen")
    writer, screen = await seat(participant(7)), await seat(SCREEN)
    head = await move_all({"note-1": Place(ALL, "", ""), "note-2": Place("participants", "", "")})

    assert (await board_of(writer, head))[0].items.keys() == {"note-1", "note-2"}
    assert (await board_of(screen, head))[0].items.keys() == {"note-1"}


async def test_what_was_laid_down_for_nobody_leaves_no_trace_of_that(room):
    await room.push("note-1", audience=SERVER)
    await move_all({"note-1": Place(ALL, "", "")})

    rows = await aside(lambda: list(Change.objects.values_list("key", "audience", "gone")))
    assert rows == [("note-1", ALL, False)]


async def test_it_comes_back_to_an_audience_that_had_lost_it(room, seat):
    await room.push("note-1", "<p>old")
    await room.push("note-1", "<p>new", audience="participant:7")
    head = await move_all({"note-1": Place(ALL, "", "")})

    board, _ = await board_of(await seat(SCREEN), head)
    assert board.items["note-1"]["html"] == "<p>new"


async def test_each_gets_a_number_of_its_own_in_the_order_that_was_asked(room, seat):
    head = await room.push_many(1200, audience=SERVER)
    places = {f"note-{n}": Place(ALL, "", "") for n in reversed(range(1200))}
    end = await move_all(places)

    board, frames = await board_of(await seat(participant(8)), end)
    assert end == head + 1200
    assert keys(frames) == list(places)
    assert is_unbroken(frames)
    assert len(board.items) == 1200


async def test_what_nobody_has_is_passed_over(room):
    await room.push("note-1")
    await room.gone("note-1")
    before = await room.position()

    assert (
        await move_all({"note-1": Place(ALL, "", ""), "note-2": Place(ALL, "", "")}) == before.head
    )
    assert await room.position() == before


async def test_what_the_same_command_pushed_before_moves_too(room):
    def command() -> None:
        with lock(ROOM):
            push(ROOM, "note-1", "<p>", audience=SERVER)
            move(ROOM, {"note-1": Place(ALL, "b", "1")})

    await aside(command)
    row = await aside(lambda: Change.objects.get(key="note-1"))
    where = await aside(position, ROOM)
    assert (row.audience, row.into, row.seq) == (ALL, "b", where.head)


def test_nothing_moves_without_the_lock(transactional_db):
    with pytest.raises(RuntimeError, match="Lock the room"):
        move(ROOM, {})
