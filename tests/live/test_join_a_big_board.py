import json

from tests.live.onlookers import is_unbroken, keys, participant

CHUNK = 128 * 1024


async def test_a_big_board_comes_in_chunks_that_add_up_to_the_whole(room, seat):
    head = await room.push_many(1500, "<p>" + "ŵ" * 400)

    late = await seat()
    texts = [await late.text()]
    while json.loads(texts[-1])["head"] < head:
        await late.have(json.loads(texts[-1])["head"])
        texts.append(await late.text())
    frames = [json.loads(text) for text in texts]

    assert max(len(text.encode()) for text in texts) < CHUNK + 10_000
    assert keys(frames) == [f"note-{number}" for number in range(1500)]
    assert [frame["more"] for frame in frames] == [True] * (len(frames) - 1) + [False]
    assert is_unbroken(frames)


async def test_two_who_come_late_and_one_who_was_there_end_with_the_same(room, seat):
    first = await seat(participant(1))
    start = await first.until(await room.push_many(500, "x" * 900))
    late = [await seat(participant(number)) for number in (2, 3)]
    head = await room.push_many(100, "y" * 900, start=450)

    there = start + await first.until(head)
    assert is_unbroken(there)
    for one in late:
        frames = await one.until(head)
        assert is_unbroken(frames)
        assert set(keys(frames)) == set(keys(there))


async def test_a_key_that_left_many_audiences_at_once_is_not_cut_in_two(room, seat, monkeypatch):
    from live import reading

    monkeypatch.setattr(reading, "MOST_ROWS", 4)
    await room.push_many(3)
    for number in range(3):
        await room.push("a", audience=f"participant:{number}")
    head = await room.gone("a")

    frames = await (await seat(participant(2))).until(head)

    assert keys(frames) == ["note-0", "note-1", "note-2", "a"]
    assert is_unbroken(frames)
