"""Keep notes for later, and in the last step say who owns each or why it is dropped."""

from uuid import uuid4

import pytest

from boards.models import Deed, Note, Parking
from workshops.refusals import Conflict, NotFit


@pytest.fixture
def notes(room, sam, joan) -> list[Note]:
    """Two parked notes by Sam and Joan; the room has gone on."""
    found = [room.write(sam, "Ask the landlords."), room.write(joan, "Heating grants.")]
    room.go_to("diagnosis_agree")
    for note in found:
        note.park(room.grace, True)
    return found


def parked(room) -> list[tuple[str, str]]:
    """What everyone was last shown: each note with what becomes of it."""
    found = Parking.parked_in(room.session)
    html = room.change("parked").html
    assert all(note.text in html for note in found)
    return [(note.text, str(note.settled or "")) for note in found]


def test_parked_notes_of_every_board_are_listed_in_the_boards_order(room, sam, notes):
    room.go_to("stakeholders_brainstorm")
    who = Note.write(
        room.session.boards.get(activity_key="stakeholders"), sam, uuid4(), "unsorted", "Tenants"
    )
    who.park(room.grace, True)
    words = [text for text, _said in parked(room)]
    assert words == ["Ask the landlords.", "Heating grants.", "Tenants"]


def test_each_gets_an_owner_or_a_reason_to_drop_it(room, notes):
    Parking.settle(notes[0], "Housing team", "")
    Parking.settle(notes[1], "", "No money this year.")
    assert parked(room) == [
        ("Ask the landlords.", "Housing team"),
        ("Heating grants.", "No money this year."),
    ]
    html = room.change("parked").html
    assert "Owner: <bdi>Housing team</bdi>" in html
    assert "Dropped: <bdi>No money this year.</bdi>" in html
    with pytest.raises(NotFit, match="not both"):
        Parking.settle(notes[0], "Housing team", "No money.")
    Parking.settle(notes[0], "  ", "")
    assert parked(room)[0] == ("Ask the landlords.", "")


def test_the_facilitator_is_told_how_many_have_neither(room, notes):
    console = "parked-to-settle"
    Parking.settle(notes[0], "Housing team", "")
    assert "1 has neither." in room.change(console, "facilitators").html
    Parking.settle(notes[1], "Housing team", "")
    assert "neither" not in room.change(console, "facilitators").html


def test_what_is_brought_back_or_hidden_is_not_listed(room, notes):
    notes[0].park(room.grace, False)
    assert parked(room) == [("Heating grants.", "")]
    Deed.find(room.grace).undo(room.grace)
    assert len(parked(room)) == 2
    notes[1].hide(room.grace, "Holds a name.")
    assert parked(room) == [("Ask the landlords.", "")]
    assert "Heating grants." not in room.change("parked").html
    with pytest.raises(Conflict, match="not parked any more"):
        Parking.settle(notes[1], "Housing team", "")


def test_what_is_taken_back_is_gone_with_what_was_said_of_it(room, sam, notes):
    Parking.settle(notes[0], "Housing team", "")
    notes[0].take_back(sam)
    assert parked(room) == [("Heating grants.", "")]
    assert "Housing team" not in room.change("parked").html
    assert not Parking.objects.exists()


def test_nothing_is_settled_after_the_end(room, notes):
    room.session.end(room.grace.facilitator)
    with pytest.raises(Conflict, match="has ended"):
        Parking.settle(notes[0], "Housing team", "")


def test_a_form_without_scripts_is_asked_about_a_persons_name(room, notes, client):
    client.force_login(room.grace.user)
    path = f"/run/{room.session.code}/parked/{notes[0].pk}/"
    asked = client.post(path, {"owner": "Joan Smith"})
    assert asked.status_code == 422
    assert ">Joan Smith</textarea>" in asked.content.decode()
    assert not Parking.objects.exists()
    assert client.post(path, {"owner": "Joan Smith", "sure": "yes"}).status_code == 303
    assert Parking.objects.get().owner == "Joan Smith"
