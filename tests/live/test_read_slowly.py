import asyncio

from live import limits, window
from live.codes import STUCK
from tests.live.onlookers import is_unbroken, keys, participant


async def read_all(one) -> list[dict]:
    frames = []
    while not await one.is_silent():
        frames.append(await one.frame())
    return frames


async def test_who_never_acknowledges_is_sent_a_window_of_frames_and_no_more(room, seat):
    silent = await seat()
    frames = [await silent.frame()]
    for number in range(window.MOST_FRAMES + 20):
        await room.push(f"note-{number}")
        frames += [await silent.frame()] if number < window.MOST_FRAMES else []

    assert len(keys(frames)) == window.MOST_FRAMES
    assert await silent.is_silent(1)


async def test_nor_more_bytes_than_the_window_holds(room, seat):
    await room.push_many(40, "x" * 40_000)
    silent = await seat()

    frames = await read_all(silent)

    sent = sum(len(change["html"]) for frame in frames for change in frame["changes"])
    assert frames[-1]["more"]
    assert 500_000 < sent < window.MOST_BYTES + 130_000


async def test_the_others_go_on_while_one_does_not_read(room, seat):
    silent, reader = await seat(participant(1)), await seat(participant(2))

    for number in range(60):
        head = await room.push(f"note-{number}")
        await reader.until(head)

    assert len(await read_all(silent)) <= window.MOST_FRAMES + 1


async def test_an_acknowledgement_brings_what_waited_as_one_merged_frame(room, seat):
    silent = await seat()
    frames = [await silent.frame()]
    for number in range(window.MOST_FRAMES):
        await room.push(f"note-{number}")
        frames.append(await silent.frame())
    for _ in range(5):
        await room.push("busy", "<p>")
    head = await room.push("last")
    assert await silent.is_silent()

    await silent.have(frames[-1]["head"])
    frames.append(await silent.frame())

    assert frames[-1]["head"] == head
    assert keys(frames[-1:]) == ["busy", "last"]
    assert is_unbroken(frames)


async def test_who_acknowledges_nothing_for_a_minute_may_come_again(
    room, seat, quick_heart, monkeypatch
):
    monkeypatch.setattr(limits, "SECONDS_WITHOUT_ACKNOWLEDGEMENT", 0.6)
    silent, idle = await seat(participant(1)), await seat(participant(2))
    await idle.frame()
    for number in range(window.MOST_FRAMES + 1):
        head = await room.push(f"note-{number}")
        await idle.until(head)

    assert await silent.closed_with() == STUCK
    assert (await idle.frame())["head"] == head


async def test_who_acknowledges_slowly_is_waited_for(room, seat, quick_heart, monkeypatch):
    monkeypatch.setattr(limits, "SECONDS_WITHOUT_ACKNOWLEDGEMENT", 1.5)
    slow = await seat()
    await slow.frame()
    small = await room.push("small")
    await room.push_many(3, "x" * 250_000)
    await room.push("waits")
    frames = await read_all(slow)
    await asyncio.sleep(0.7)
    await slow.have(small)  # so little that the window stays shut

    assert await slow.is_silent(1.2)
    await slow.have(frames[-1]["head"])
    assert "waits" in keys([await slow.frame()])
