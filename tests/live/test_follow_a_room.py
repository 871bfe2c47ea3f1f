from tests.live.onlookers import Onlooker, Seat


async def test_a_change_reaches_everyone_who_looks_on(say):
    seats = [Seat(lambda scope: Onlooker()) for _ in range(3)]
    for seat in seats:
        assert await seat.enter()
        await seat.frame()

    head = await say("note-1", "<p>hello</p>", into="column-1", order="b")

    for seat in seats:
        frame = (await seat.until(head))[-1]
        assert frame["changes"] == [
            {"seq": 1, "key": "note-1", "into": "column-1", "order": "b", "html": "<p>hello</p>"}
        ]
        await seat.leave()
