from live import hints
from tests.live.onlookers import keys


async def test_the_heartbeat_brings_what_no_hint_announced(room, seat, monkeypatch, quick_heart):
    one = await seat()
    await one.frame()

    async def lost(room_key, head):
        return None

    monkeypatch.setattr(hints, "_tell", lost)
    head = await room.push("note-1")

    assert keys(await one.until(head, within=2)) == ["note-1"]


async def test_without_a_heartbeat_it_would_have_stayed_unseen(room, seat, monkeypatch):
    one = await seat()
    await one.frame()

    async def lost(room_key, head):
        return None

    monkeypatch.setattr(hints, "_tell", lost)
    await room.push("note-1")

    assert await one.is_silent(1)


async def test_a_channel_layer_that_fails_costs_the_writer_nothing(
    room, seat, monkeypatch, quick_heart
):
    def broken():
        raise ConnectionError

    one = await seat()
    await one.frame()
    monkeypatch.setattr(hints, "get_channel_layer", broken)

    assert await room.push("note-1") == 1
    assert keys(await one.until(1, within=2)) == ["note-1"]


async def test_a_heartbeat_is_an_empty_frame_at_the_head(room, seat, quick_heart):
    head = await room.push("note-1")
    one = await seat()
    await one.until(head)

    beats = [await one.frame(within=2) for _ in range(3)]

    assert [(beat["since"], beat["head"], beat["changes"]) for beat in beats] == [
        (head, head, [])
    ] * 3
    assert beats[0]["now"] < beats[1]["now"] < beats[2]["now"]
