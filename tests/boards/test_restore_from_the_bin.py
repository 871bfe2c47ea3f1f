"""The bin of an activity holds what facilitators hid, and gives it back in its place."""

from uuid import uuid4

import pytest

from boards.models import Cluster, Note
from live.models import Change
from workshops.refusals import Conflict, Gone


def bin_of(room) -> str:
    return room.change(f"trays-{room.board.pk}", "facilitators").html


@pytest.fixture
def grouped(room, sam):
    """Two notes of Sam's in one group."""
    notes = [room.write(sam, "First words."), room.write(sam, "Second words.")]
    room.go_to("diagnosis_agree")
    Cluster.gather(notes, "Fixes", uuid4())
    return [Note.objects.get(pk=note.pk) for note in notes]


def test_a_restored_note_is_back_in_its_group_and_its_place(room, grouped):
    note = grouped[0]
    before = room.change(note.live_key)
    note.hide(room.grace, "Holds a name")
    note.restore(room.grace)
    after = room.change(note.live_key)
    assert (after.into, after.order) == (before.into, before.order)
    assert after.into == Cluster.objects.get().live_key


def test_a_hidden_note_keeps_no_group_alive_and_comes_back_loose(room, grouped):
    for note in grouped:
        note.hide(room.grace, "Holds a name")
    assert not Cluster.objects.exists()
    grouped[0].restore(room.grace)
    assert room.change(grouped[0].live_key).into == grouped[0].column.live_key


def test_a_group_taken_apart_meanwhile_is_not_there_to_come_back_to(room, grouped, joan):
    note = grouped[0]
    note.hide(room.grace, "Holds a name")
    head = Change.objects.get(key=note.live_key).seq
    Cluster.objects.get().ungroup(joan)
    assert Change.objects.get(key=note.live_key).seq == head
    note.restore(room.grace)
    assert room.change(note.live_key).into == note.column.live_key


def test_the_bin_names_its_activity_and_counts(room, grouped):
    for count, note in enumerate(grouped, start=1):
        note.hide(room.grace, "Holds a name")
        notes = "1 note" if count == 1 else "2 notes"
        assert f"Bin of Diagnosis: {notes}</h3>" in bin_of(room)


def test_what_its_writer_took_back_is_gone_from_the_bin(room, sam, grouped):
    note = grouped[0]
    note.hide(room.grace, "Holds the name of Swan")
    note.take_back(sam)
    assert "First words." not in bin_of(room)
    assert "Swan" not in bin_of(room)
    with pytest.raises(Gone):
        note.restore(room.grace)
    words = "".join(Change.objects.values_list("html", flat=True))
    assert "First words." not in words


def test_a_hidden_note_that_was_taken_back_is_in_no_group(room, sam, grouped):
    note = grouped[0]
    note.hide(room.grace, "Holds a name")
    note.take_back(sam)
    assert list(Cluster.objects.get().notes.values_list("text", flat=True)) == ["Second words."]


def test_renaming_a_group_names_the_version_that_was_seen(room, sam, joan, place, grouped):
    group = Cluster.objects.get()
    place(joan, f"groups/{group.pk}/rename/", name="Repairs", base=1)
    answer = place(sam, f"groups/{group.pk}/rename/", name="Mends", base=1)
    assert answer.status_code == 409
    assert "Someone has renamed it since." in answer.json()["error"]
    assert place(sam, f"groups/{group.pk}/rename/", name="Mends").status_code == 422
    assert Cluster.objects.get().name == "Repairs"


def test_the_form_that_renames_holds_the_version(room, sam, place, grouped):
    group = Cluster.objects.get()
    group.rename(sam, "Repairs", 1)
    page = place(sam, f"groups/{group.pk}/", "get").content.decode()
    assert '<input type="hidden" name="base" value="2">' in page


def test_restoring_what_is_on_the_board_changes_nothing(room, grouped):
    with pytest.raises(Conflict):
        grouped[0].restore(room.grace)
