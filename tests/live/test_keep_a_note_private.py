import pytest
from django.test import RequestFactory

from live.views import changes_response
from tests.live.onlookers import FACILITATOR, SCREEN, aside, participant

CANARY = "canary-7f3a"
OTHERS = {"another participant": participant(8), "screen": SCREEN, "facilitator": FACILITATOR}


@pytest.mark.parametrize("other", OTHERS)
async def test_a_sealed_note_reaches_its_writer_and_not_one_byte_of_it_anyone_else(
    room, seat, other
):
    await room.push("sealed-1", f"<p>{CANARY}", audience="participant:7", order=CANARY)
    early, late = [await seat(participant(7)), await seat(OTHERS[other])], []
    await room.push("sealed-2", f"<p>{CANARY} too", audience="participant:7")
    head = await room.push("note-1", "<p>for all")
    late += [await seat(participant(7)), await seat(OTHERS[other])]

    texts = {one: [] for one in early + late}
    for one, read in texts.items():
        while f'"head":{head},' not in "".join(read):
            read.append(await one.text())

    for writers, others in (early, late):
        assert "".join(texts[writers]).count(CANARY) == 3
        assert "note-1" in "".join(texts[others])
        assert CANARY not in "".join(texts[others])
        assert "sealed" not in "".join(texts[others])


@pytest.mark.parametrize("other", OTHERS)
async def test_nor_by_asking_for_changes(room, other):
    await room.push("sealed-1", f"<p>{CANARY}", audience="participant:7")
    await room.push("note-1", "<p>for all")

    def answer(viewer) -> str:
        return changes_response(RequestFactory().get("/changes"), viewer).content.decode()

    assert CANARY in await aside(answer, participant(7))
    assert "note-1" in await aside(answer, OTHERS[other])
    assert CANARY not in await aside(answer, OTHERS[other])


async def test_what_is_for_the_server_is_sent_to_nobody_even_if_they_claim_it(room, seat):
    await room.revoke("participant:99")
    head = await room.push("note-1")
    nosy = participant(7)
    nosy = type(nosy)(nosy.identity, nosy.audiences | {"server"})

    one = await seat(nosy)
    text = ""
    while f'"head":{head},' not in text:
        text += await one.text()

    assert "note-1" in text
    assert "revoke" not in text
    request = RequestFactory().get("/changes")
    assert b"revoke" not in (await aside(changes_response, request, nosy)).content


async def test_another_room_is_another_world(room, seat):
    await room.push("note-1", f"<p>{CANARY}")
    stranger = type(SCREEN)("screen:2", frozenset({"all", "screen"}), "session-2")

    frame = await (await seat(stranger)).frame()

    assert (frame["head"], frame["changes"]) == (0, [])
