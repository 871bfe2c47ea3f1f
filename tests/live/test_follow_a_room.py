from live.models import Change
from tests.live.onlookers import Seat, aside, is_unbroken, keys, participant


async def test_a_change_reaches_everyone_who_looks_on(room, seat):
    seats = [await seat(participant(number)) for number in range(3)]

    head = await room.push("note-1", "<p>hello</p>", into="column-1", order="b")

    for one in seats:
        assert (await one.until(head))[-1]["changes"] == [
            {"seq": 1, "key": "note-1", "into": "column-1", "order": "b", "html": "<p>hello</p>"}
        ]


async def test_a_newcomer_gets_each_fragment_once_in_its_latest_version(room, seat):
    for html in ("<p>first", "<p>second"):
        await room.push("note-1", html)
    await room.push("note-2", "<p>other")
    head = await room.gone("note-2")

    frames = await (await seat()).until(head)

    assert [frame["changes"] for frame in frames] == [
        [
            {"seq": 2, "key": "note-1", "into": "", "order": "", "html": "<p>second"},
            {"seq": 4, "key": "note-2", "gone": True},
        ]
    ]


async def test_every_frame_begins_where_the_one_before_it_ended(room, seat):
    one = await seat()

    frames = [await one.frame()]
    for number in range(10):
        head = await room.push(f"note-{number}")
        frames += await one.until(head)

    assert is_unbroken(frames)
    assert keys(frames) == [f"note-{number}" for number in range(10)]


async def test_a_return_with_a_since_brings_only_what_was_missed(room, seat):
    seen = await room.push("note-1")
    head = await room.push("note-2")
    epoch = (await room.position()).epoch

    frames = await (await seat(since=seen, epoch=epoch)).until(head)

    assert keys(frames) == ["note-2"]


async def test_whoever_has_everything_is_greeted_with_an_empty_frame_that_tells_the_time(
    room, seat
):
    head = await room.push("note-1")
    epoch = (await room.position()).epoch

    frame = await (await seat(since=head, epoch=epoch)).frame()

    assert (frame["since"], frame["head"], frame["changes"]) == (head, head, [])
    assert frame["now"] > 1_700_000_000_000


async def test_another_epoch_or_a_since_above_the_head_means_load_again(room, seat):
    head = await room.push("note-1")
    epoch = (await room.position()).epoch

    assert await (await seat(since=head, epoch="of-another-life")).closed_with() == 4409
    assert await (await seat(since=head + 1, epoch=epoch)).closed_with() == 4409


async def test_a_question_that_makes_no_sense_is_closed_with_a_reason(room, seat):
    await room.push("note-1")

    for since in ("-1", "many", "1e3", "9" * 30, "١"):
        assert await (await seat(since=since, epoch="x")).closed_with() == 4400
    assert await (await seat(since=1)).closed_with() == 4400


async def test_who_is_not_admitted_never_gets_a_socket(room):
    assert not await Seat(lambda scope: None).enter()


async def test_a_person_may_be_in_two_audiences_and_sees_a_note_pass_from_one_to_the_other(
    room, seat
):
    await room.push("note-1", "<p>sealed", audience="participant:7")
    writer, other = await seat(participant(7)), await seat(participant(8))
    await writer.frame()
    await other.frame()

    head = await room.push("note-1", "<p>open", audience="participants")

    for one in (writer, other):
        frames = await one.until(head)
        assert [change.get("html") for change in frames[-1]["changes"]] == ["<p>open"]


async def test_who_is_left_out_of_the_new_audience_loses_the_fragment(room, seat):
    await room.push("note-1", "<p>for participants", audience="participants")
    one = await seat(participant(7))
    await one.frame()

    head = await room.push("note-1", "<p>for facilitators", audience="facilitators")

    changes = (await one.until(head))[-1]["changes"]
    assert changes == [{"seq": head, "key": "note-1", "gone": True}]


async def test_erasing_takes_the_words_from_every_audience_and_from_the_rows(room, seat):
    await room.push("note-1", "<p>regretted", audience="participant:7")
    await room.push("note-1", "<p>regretted", audience="all")
    await room.gone("note-1")

    rows = await aside(lambda: list(Change.objects.values_list("html", "gone")))

    assert rows == [("", True), ("", True)]
