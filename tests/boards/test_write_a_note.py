"""Writing a note: what is kept, what is refused, what is sent to whom."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from boards.models import Note
from boards.text import fit, tidy
from live.models import Change
from workshops.refusals import Conflict, NotFit


def test_a_note_lands_at_the_end_of_its_column_for_everyone(room, sam, joan):
    first, second = room.write(sam, "First."), room.write(joan, "Second.")
    assert list(room.board.column("intractable").notes.shown()) == [first, second]
    change = room.change(f"note-{first.pk}")
    assert change.into == first.column.live_key
    assert "First." in change.html


def test_nothing_that_others_get_tells_who_wrote_it(room, sam):
    note = room.write(sam, "Three repair drives.")
    html = room.change(f"note-{note.pk}").html
    assert "Sam" not in html
    assert "csrf" not in html
    assert "Local government" not in html


def test_only_the_writer_gets_the_line_that_says_it_is_theirs(room, sam):
    note = room.write(sam, "Mine.")
    assert room.change(f"mine-{note.pk}") is None
    mine = room.change(f"mine-{note.pk}", sam.identity)
    assert mine.into == f"mine-{note.column.live_key}"


def test_the_same_number_and_words_from_the_same_person_is_the_same_note(room, sam):
    key = uuid4()
    one = Note.write(room.board, sam, key, "intractable", "Once.")
    again = Note.write(room.board, sam, key, "intractable", "Once.")
    assert (again, Note.objects.count()) == (one, 1)


def test_the_same_number_with_other_words_is_a_conflict(room, sam):
    key = uuid4()
    Note.write(room.board, sam, key, "intractable", "Once.")
    with pytest.raises(Conflict):
        Note.write(room.board, sam, key, "intractable", "Other.")
    assert Note.objects.get().text == "Once."


def test_the_same_number_from_another_person_is_a_conflict(room, sam, joan):
    key = uuid4()
    Note.write(room.board, sam, key, "intractable", "Once.")
    with pytest.raises(Conflict):
        Note.write(room.board, joan, key, "intractable", "Once.")
    assert Note.objects.get().writer == sam.participant


def test_a_note_for_a_step_that_has_closed_is_kept_for_the_facilitator(room, sam):
    room.go_to("stakeholders_brainstorm")
    late = room.write(sam, "Written on the train.")
    assert late.state == "late"
    assert room.change(f"note-{late.pk}") is None
    tray = room.change(f"trays-{room.board.pk}", "facilitators")
    assert "Written on the train." in tray.html
    late.admit(room.grace)
    assert "Written on the train." in room.change(f"note-{late.pk}").html


def test_a_locked_board_keeps_a_note_as_late(room, sam):
    room.session.lock_board(True)
    assert room.write(sam, "During the lock.").state == "late"


def test_at_zero_the_board_is_still_open(room, sam):
    room.session.steps.filter(state="active").update(ends_at="2020-01-01T00:00Z")
    assert room.write(sam, "A last sentence.").state == "shown"


@pytest.mark.parametrize("text", ["", "   \n ", "\u202e\u2066", "\x00"])
def test_a_note_of_nothing_is_refused(room, sam, text):
    with pytest.raises(NotFit, match="Write something first"):
        room.write(sam, text)
    assert Note.objects.count() == 0


def test_280_characters_are_counted_after_composing_and_as_code_points():
    assert len(fit("e\u0301" * 280)) == 280
    assert fit("\U0001f3e0" * 280) == "\U0001f3e0" * 280
    with pytest.raises(NotFit, match="too long by 14 characters"):
        fit("x" * 294)


def test_signs_that_would_turn_other_peoples_words_around_are_dropped():
    assert (
        tidy("safe\u202etxt.exe\u2066 \u200fعربي\r\nllinell") == "safetxt.exe \u200fعربي\nllinell"
    )


def test_a_note_for_the_room_says_so(room):
    note = room.write(room.grace, "From paper.")
    assert "Entered for the room" in room.change(f"note-{note.pk}").html


def test_an_error_answers_a_program_in_words_and_a_person_with_their_text(room, sam, place):
    fields = {"board": "diagnosis", "column": "intractable", "text": "x" * 281}
    answer = place(sam, f"notes/{uuid4()}/", **fields)
    assert answer.status_code == 422
    assert answer.json() == {"error": "This note is too long by 1 character."}
    page = place(sam, f"notes/{uuid4()}/", json=False, **fields)
    assert page.status_code == 422
    assert "x" * 281 in page.content.decode()


def test_a_plain_form_leads_back_to_the_board(room, sam, place):
    fields = {"board": "diagnosis", "column": "intractable", "text": "Plain."}
    answer = place(sam, f"notes/{uuid4()}/", json=False, **fields)
    assert (answer.status_code, answer["Location"]) == (303, f"/s/{room.session.code}/")
    assert "Plain." in place(sam, "", "get").content.decode()


def test_the_key_of_a_late_note_is_told_to_nobody_but_its_writer(room, sam):
    room.go_to("diagnosis_agree")
    room.session.lock_board(True)
    note = room.write(sam, "Too late.")
    told = Change.objects.filter(key__contains=str(note.pk)).values_list("key", "audience")
    assert list(told) == [(f"mine-{note.pk}", sam.identity)]


def test_a_note_for_the_room_sent_again_is_known_only_to_who_entered_it_there(room):
    note = room.write(room.grace, "From the flip chart.")
    amir = User.objects.create_user("amir")
    room.session.workshop.facilitators.create(user=amir)
    with pytest.raises(Conflict):
        Note.write(room.board, room.facilitator(amir), note.pk, "intractable", note.text)
    again = Note.write(room.board, room.grace, note.pk, "intractable", note.text)
    assert again == note
