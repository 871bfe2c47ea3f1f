"""Where WebSockets are blocked: the same frames as a stream of events."""

import asyncio
import json

import pytest

from live import feed, feeds, stream, window
from tests.live.onlookers import (
    ROOM,
    SCREEN,
    Listener,
    Onlooker,
    is_unbroken,
    keys,
    participant,
)

CANARY = "canary-51c0"


async def test_a_stream_brings_the_very_frames_of_a_socket(room, seat, listener):
    await room.push("note-1", "<p>hello\n\nyou</p>", into="column-1", order="b")
    head = await room.gone("note-2")
    by_socket, by_stream = await seat(), await listener()

    frames = [await by_socket.frame(), await by_stream.frame()]

    assert frames[0]["head"] == head
    assert len(frames[0]["changes"]) == 2
    assert frames[0] | {"now": 0} == frames[1] | {"now": 0}


async def test_no_proxy_is_to_keep_or_to_hold_back_a_stream(room, listener):
    one = await listener()

    assert one.headers == {
        b"content-type": b"text/event-stream",
        b"cache-control": b"no-store",
        b"x-accel-buffering": b"no",
    }


async def test_nothing_is_lost_or_doubled_over_one_return_after_another(room, listener):
    one, frames, ends = await listener(), [], 0
    count = 3 * window.MOST_FRAMES

    async def write() -> None:
        for number in range(count):
            await room.push(f"note-{number}")

    async with asyncio.timeout(30), asyncio.TaskGroup() as together:
        together.create_task(write())
        while len(keys(frames)) < count:
            name, data = await one.event()
            if name == "message":
                frames.append(json.loads(data))
            else:
                assert (name, data) == ("end", "1000")
                ends += 1
                one = await listener(last=one.last)

    assert keys(frames) == [f"note-{number}" for number in range(count)]
    assert is_unbroken(frames)
    assert ends > 0


async def test_a_stream_ends_after_one_window_of_frames(room, listener):
    one = await listener()
    frames = [await one.frame()]
    for number in range(window.MOST_FRAMES):
        head = await room.push(f"note-{number}")
        frames.append(await one.frame())
    await room.push("one-too-many")

    rest, code = await one.until_end()

    assert (keys(rest), code) == ([], 1000)
    assert one.last.endswith(f":{head}")


async def test_nor_does_it_hold_more_bytes_than_the_window(room, listener):
    await room.push_many(40, "x" * 40_000)
    one = await listener()

    frames, code = await one.until_end()
    sent = sum(len(change["html"]) for frame in frames for change in frame["changes"])
    back = await listener(last=one.last)
    frames += [await back.frame()]

    assert code == 1000
    assert 500_000 < sent < window.MOST_BYTES + 130_000
    assert is_unbroken(frames)


async def test_the_last_event_wins_over_the_older_since_of_the_address(room, listener):
    await room.push("note-1")
    seen = await room.push("note-2")
    await room.push("note-3")
    epoch = (await room.position()).epoch

    one = await listener(epoch=epoch, since=1, last=f"{epoch}:{seen}")

    assert keys([await one.frame()]) == ["note-3"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"since": "-1", "epoch": "x"}, 400),
        ({"since": 1}, 400),
        ({"last": "x:many"}, 400),
        ({"last": "of-another-life:1"}, 409),
        ({"since": 1, "epoch": "of-another-life"}, 409),
    ],
)
async def test_a_question_out_of_place_is_answered_as_by_changes(room, asked, status):
    await room.push("note-1")

    assert await Listener(lambda scope: Onlooker(), **asked).enter() == status


async def test_a_since_above_the_head_means_load_again(room):
    head = await room.push("note-1")
    epoch = (await room.position()).epoch

    early = Listener(lambda scope: Onlooker(), last=f"{epoch}:{head + 1}")

    assert await early.enter() == 409


async def test_who_is_not_admitted_gets_not_one_frame(room):
    await room.push("note-1", CANARY)
    stranger = Listener(lambda scope: None)

    assert await stranger.enter() == 403
    assert CANARY.encode() not in (await stranger.talk.receive_output())["body"]
    assert feeds.connected() == {}


async def test_a_page_of_another_site_gets_none(room):
    def admit(scope):
        return Onlooker()

    assert await Listener(admit, origin="https://elsewhere.example").enter() == 403
    assert await Listener(admit, origin="http://localhost:81").enter() == 403
    at_home = Listener(admit, origin="http://localhost")
    assert await at_home.enter() == 200
    await at_home.leave()


async def test_a_revoked_person_is_told_the_end_before_any_later_change(room, listener):
    removed, stays = await listener(participant(7)), await listener(participant(8))
    await removed.frame()
    await stays.frame()

    await room.revoke("participant:7")
    await room.push("note-1", CANARY)

    assert await removed.until_end() == ([], 4403)
    while "note-1" not in keys([await stays.frame()]):
        pass


async def test_rights_are_read_again_at_each_heartbeat(room, listener, quick_heart):
    here = [Onlooker()]
    one = await listener(admit=lambda scope: here[0])
    await one.frame()

    here[0] = Onlooker(audiences=frozenset({"all"}))

    assert (await one.until_end(within=2))[1] == 4409


async def test_a_sealed_note_reaches_its_writers_stream_and_nobody_elses(room, listener):
    await room.push("sealed-1", CANARY, audience="participant:7")
    head = await room.push("note-1")
    writer, other, screen = [
        await listener(who) for who in (participant(7), participant(8), SCREEN)
    ]
    await room.push("sealed-2", CANARY, audience="participant:7")
    later = await room.push("note-2")

    async def read(one) -> str:
        text = ""
        while f'"head":{later},' not in text:
            text += (await one.event())[1]
        return text

    assert (await read(writer)).count(CANARY) == 2
    for one in (other, screen):
        text = await read(one)
        assert "note-1" in text
        assert "note-2" in text
        assert CANARY not in text
        assert "sealed" not in text
    assert later > head


async def test_who_listens_is_here_until_the_connection_goes(room, listener):
    one = await listener(participant(7))
    await one.frame()
    assert feeds.connected() == {ROOM: frozenset({"participant:7"})}

    await one.leave()

    assert feeds.connected() == {}


async def test_a_stream_that_has_lasted_long_is_ended_and_taken_up(room, listener, monkeypatch):
    monkeypatch.setattr(stream, "MOST_SECONDS", 1)
    await room.push("note-1")
    one = await listener()

    async with asyncio.timeout(5):
        frames, code = await one.until_end()
    back = await listener(last=one.last)

    assert code == 1000
    assert keys([*frames, await back.frame()]) == ["note-1"]


async def test_heartbeats_come_by_stream_and_fill_no_window(room, listener, monkeypatch):
    monkeypatch.setattr(feed, "HEARTBEAT", 0.02)
    head = await room.push("note-1")
    one = await listener()

    frames = [await one.frame() for _ in range(window.MOST_FRAMES + 3)]

    assert keys(frames) == ["note-1"]
    assert {frame["head"] for frame in frames} == {head}
