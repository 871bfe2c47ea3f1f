"""Changing and taking back one's own note."""

from datetime import timedelta
from uuid import uuid4

import pytest

from boards.models import Note
from live.clock import now
from live.models import Change
from workshops.models import Operation
from workshops.refusals import Conflict, Gone, NotAllowed


def test_the_writer_changes_their_note_for_everyone(room, sam):
    note = room.write(sam, "Frist.")
    note.change(sam, "First.", base=1)
    assert "First." in room.change(f"note-{note.pk}").html
    assert "First." in room.change(f"mine-{note.pk}", sam.identity).html


def test_nobody_else_changes_or_takes_back_a_note(room, sam, joan):
    note = room.write(sam, "Sam's.")
    for act in (lambda: note.change(joan, "Joan's.", 1), lambda: note.take_back(joan)):
        with pytest.raises(NotAllowed):
            act()
    assert Note.objects.get().text == "Sam's."


def test_a_change_of_an_older_version_is_a_conflict(room, sam):
    note = room.write(sam, "One.")
    note.change(sam, "Two.", base=1)
    with pytest.raises(Conflict):
        note.change(sam, "Three.", base=1)
    assert Note.objects.get().text == "Two."


def test_a_closed_board_takes_no_change(room, sam):
    note = room.write(sam, "One.")
    room.session.lock_board(True)
    with pytest.raises(Conflict):
        note.change(sam, "Two.", base=1)


def test_a_note_taken_back_leaves_no_word_anywhere(room, sam):
    note = room.write(sam, "Unsayable.")
    note.take_back(sam)
    assert (Note.objects.get().text, Note.objects.get().state) == ("", "taken_back")
    assert not Change.objects.filter(html__contains="Unsayable").exists()
    assert not Operation.objects.filter(answer__icontains="Unsayable").exists()
    assert room.board.column("intractable").notes.shown().count() == 0


def test_a_note_taken_back_does_not_come_back_by_sending_it_again(room, sam):
    note = room.write(sam, "Gone.")
    note.take_back(sam)
    with pytest.raises(Gone):
        Note.write(room.board, sam, note.pk, "intractable", "Gone.")


def test_what_others_said_about_it_stays(room, sam, joan):
    note = room.write(sam, "Contested.")
    note.see_differently(joan, "Not on our estate.")
    note.take_back(sam)
    html = room.change(f"note-{note.pk}").html
    assert "Taken back by its writer" in html
    assert "Not on our estate." in html
    assert "Contested." not in html


def test_a_group_vanishes_with_its_last_note(room, sam):
    from boards.models import Cluster

    note = room.write(sam, "Alone.")
    group = Cluster.gather([note], "A group of one", uuid4())
    note.refresh_from_db()
    note.take_back(sam)
    assert not Cluster.objects.exists()
    assert room.change(group.live_key) is None


def test_notes_can_be_taken_back_for_seven_days_after_the_end(room, sam):
    note, other = room.write(sam, "In time."), room.write(sam, "Too late.")
    room.session.end(room.grace.facilitator)
    note.take_back(sam)
    room.session.ended_at = now() - timedelta(days=7, minutes=1)
    room.session.save()
    with pytest.raises(Conflict):
        Note.objects.get(pk=other.pk).take_back(sam)


def test_the_page_of_a_note_offers_each_only_what_is_theirs(room, sam, joan, place):
    note = room.write(sam, "Sam's.")
    mine = place(sam, f"notes/{note.pk}/", "get", json=False).content.decode()
    assert "Take it back" in mine
    assert "Move this note to" in mine
    others = place(joan, f"notes/{note.pk}/", "get", json=False).content.decode()
    assert "Sam's." in others.replace("&#x27;", "'")
    for offer in ("Take it back", "Save the change", "Move this note to", "differently", "hide it"):
        assert offer not in others


def test_after_the_end_the_place_lists_what_one_wrote(room, sam, joan, place):
    room.write(sam, "Mine to keep.")
    room.write(joan, "Another's.")
    room.session.end(room.grace.facilitator)
    page = place(sam, "", "get", json=False).content.decode()
    assert "data-yours-total>1<" in page
    assert "Mine to keep." in page
    assert "Another" not in page


def test_what_is_left_of_an_answered_note_is_on_a_fresh_page_too(room, sam, joan, place):
    note = room.write(sam, "It is supply.")
    note.see_differently(joan, "It is discharge.")
    note.take_back(sam)
    assert "Taken back by its writer." in room.change(f"note-{note.pk}").html
    page = place(joan, "", "get").content.decode()
    assert ("Taken back by its writer." in page, "It is supply." in page) == (True, False)
    assert "It is discharge." in page
