"""What a facilitator does with a note."""

import pytest

from boards.models import Note
from workshops.models import LogEntry
from workshops.refusals import Gone, NotFit


def test_a_hidden_note_leaves_every_board_and_comes_back(room, sam):
    note = room.write(sam, "Names a neighbour.")
    note.hide(room.grace, "Holds a name")
    assert room.change(f"note-{note.pk}") is None
    assert "Holds a name" in room.change(f"trays-{room.board.pk}", "facilitators").html
    note.restore(room.grace)
    assert "Names a neighbour." in room.change(f"note-{note.pk}").html
    assert "Holds a name" not in room.change(f"trays-{room.board.pk}", "facilitators").html


def test_hiding_needs_a_reason_that_only_facilitators_get(room, sam):
    note = room.write(sam, "Words.")
    with pytest.raises(NotFit):
        note.hide(room.grace, "  ")
    note.hide(room.grace, "Off topic")
    assert "Off topic" not in room.change(f"mine-{note.pk}", sam.identity).html
    assert room.change(f"trays-{room.board.pk}") is None


def test_the_writer_is_told_that_it_is_off_the_board(room, sam):
    note = room.write(sam, "Words.")
    note.hide(room.grace, "Off topic")
    assert "taken it off the board" in room.change(f"mine-{note.pk}", sam.identity).html


def test_a_note_taken_back_cannot_be_restored(room, sam):
    note = room.write(sam, "Mine to erase.")
    note.hide(room.grace, "Off topic")
    note.take_back(sam)
    with pytest.raises(Gone):
        note.restore(room.grace)
    assert Note.objects.get().text == ""


def test_hiding_and_restoring_are_kept_in_the_log(room, sam):
    note = room.write(sam, "Words.")
    note.hide(room.grace, "Off topic")
    note.restore(room.grace)
    acts = LogEntry.objects.filter(act__endswith="note").values_list("act", "user__username")
    assert list(acts) == [("hid-a-note", "grace"), ("restored-a-note", "grace")]


def test_a_participant_hides_nothing_and_sees_no_hidden_note(room, sam, joan, place):
    note = room.write(sam, "Words.")
    assert place(joan, f"notes/{note.pk}/hide/", because="I can").status_code == 403
    note.hide(room.grace, "Off topic")
    assert place(joan, f"notes/{note.pk}/", "get").status_code == 404
    assert "Words." not in place(joan, "", "get").content.decode()


def test_facilitators_see_what_a_hidden_note_was_changed_to(room, sam):
    note = room.write(sam, "Names a neighbour.")
    note.hide(room.grace, "Holds a name")
    note.change(sam, "Names nobody.", base=note.version)
    trays = room.change(f"trays-{room.board.pk}", "facilitators").html
    assert ("Names nobody." in trays, "Names a neighbour." in trays) == (True, False)
