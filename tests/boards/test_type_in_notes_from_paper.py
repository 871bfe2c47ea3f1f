"""Type in what people wrote on paper: marked as entered for the room, line by line if they like."""

from uuid import uuid4

import pytest

from boards.models import Note
from boards.text import LONGEST

PASTED = "The first sheet.\n\n  The second sheet.  \r\nThe third sheet."


@pytest.fixture
def desk(room, client):
    """The facilitator's browser at the console: `desk("enter", text=...)` posts, without gets."""
    client.force_login(room.session.workshop.owner)

    def ask(address: str, **fields):
        path = f"/run/{room.session.code}/{address}"
        return client.post(path, fields) if fields else client.get(path)

    return ask


def lines(text: str, **more) -> dict:
    """What the form of the page sends when each line is to be a note."""
    usual = {"board": "diagnosis", "column": "untraceable", "first": str(uuid4())}
    return {**usual, "text": text, **more}


def texts() -> list[str]:
    return list(Note.objects.shown().values_list("text", flat=True))


def test_each_line_becomes_a_note_for_the_room(room, desk):
    answer = desk("enter", **lines(PASTED))

    assert answer.status_code == 303
    assert answer["Location"].endswith("/enter?board=diagnosis&column=untraceable")
    assert texts() == ["The first sheet.", "The second sheet.", "The third sheet."]
    notes = Note.objects.select_related("column", "entered_by")
    assert {(n.column.key, n.entered_by, n.writer) for n in notes} == {
        ("untraceable", room.grace.user, None)
    }


def test_sent_again_nothing_is_written_twice(desk):
    sent = lines(PASTED)
    desk("enter", **sent)
    desk("enter", **sent)

    assert len(texts()) == 3


def test_two_people_may_have_written_the_same(desk):
    desk("enter", **lines("Nobody rings back.\nNobody rings back."))

    assert texts() == ["Nobody rings back.", "Nobody rings back."]


def test_a_line_that_is_refused_stays_in_the_box_with_its_sentence(desk):
    long = "x" * (LONGEST + 3)
    answer = desk("enter", **lines(f"Before it.\n{long}\nAfter it."))
    html = answer.content.decode()

    assert answer.status_code == 422
    assert texts() == ["Before it.", "After it."]
    assert "This note is too long by 3 characters." in html
    assert f"autofocus>{long}</textarea>" in html


def test_a_program_is_told_which_lines_were_refused_and_why(room, client):
    client.force_login(room.session.workshop.owner)
    sent = lines("Before it.\n" + "x" * (LONGEST + 1))
    headers = {"accept": "application/json"}
    answer = client.post(f"/run/{room.session.code}/enter", sent, headers=headers)

    assert answer.status_code == 422
    assert answer.json()["error"] == "This note is too long by 1 character."
    assert [each["line"] for each in answer.json()["refused"]] == ["x" * (LONGEST + 1)]
    assert texts() == ["Before it."]


def test_more_lines_than_one_form_carries_wait_in_the_box(desk):
    many = [f"Sheet {number}." for number in range(1, 54)]
    answer = desk("enter", **lines("\n".join(many)))
    html = answer.content.decode()

    assert texts() == many[:50]
    assert "At most 50 lines at once. The others wait here." in html
    assert "autofocus>Sheet 51.\nSheet 52.\nSheet 53.</textarea>" in html


def test_a_line_that_is_asked_about_is_added_when_it_comes_again(room, desk):
    room.go_to("stakeholders_brainstorm")
    sent = lines("Mrs Jane Smith\nHousing team", board="stakeholders", column="unsorted")
    html = desk("enter", **sent).content.decode()

    assert texts() == ["Housing team"]
    assert "Is this the name of a person?" in html
    assert 'name="sure"' in html
    again = {**sent, "text": "Mrs Jane Smith", "sure": "yes"}
    assert desk("enter", **again).status_code == 303
    assert texts() == ["Housing team", "Mrs Jane Smith"]


def test_after_the_end_every_line_stays(room, desk):
    room.session.end(room.grace.facilitator)
    answer = desk("enter", **lines(PASTED))

    assert answer.status_code == 422
    assert texts() == []


def test_one_note_brings_back_to_the_page_and_its_column(desk):
    sent = {"board": "diagnosis", "column": "unsolved", "text": "One sheet.", "back": "enter"}
    answer = desk(f"notes/{uuid4()}/", **sent)

    assert answer.status_code == 303
    html = desk(answer["Location"].rpartition("/")[2]).content.decode()
    assert "1 note entered for the room" in html
    assert '<option value="unsolved"' in html
    assert html.partition('value="unsolved"')[2].partition(">")[0].endswith(" selected")


def test_what_was_entered_is_changed_and_taken_off(room, desk):
    desk("enter", **lines("Three dirves in ten years."))
    note = Note.objects.get()
    assert "Change" in desk("enter").content.decode()

    desk(f"notes/{note.pk}/change/", text="Three drives in ten years.", base="1")
    assert texts() == ["Three drives in ten years."]
    desk(f"notes/{note.pk}/hide/", because="Entered twice.")
    assert "0 notes entered for the room" in desk("enter").content.decode()


def test_a_participants_own_words_are_not_for_a_facilitator_to_change(room, sam, desk):
    note = room.write(sam, "My own words.")
    answer = desk(f"notes/{note.pk}/change/", text="Not my words.", base="1")

    assert answer.status_code == 403
    assert texts() == ["My own words."]


def test_a_participant_cannot_change_what_was_entered(room, sam, desk, place):
    desk("enter", **lines("As it was written."))
    note = Note.objects.get()

    assert place(sam, f"notes/{note.pk}/change/", text="Otherwise.", base="1").status_code == 403
    assert texts() == ["As it was written."]


def test_after_the_end_nothing_entered_is_changed(room, desk):
    desk("enter", **lines("As it was written."))
    room.session.end(room.grace.facilitator)
    answer = desk(f"notes/{Note.objects.get().pk}/change/", text="Otherwise.", base="1")

    assert answer.status_code == 409
    assert texts() == ["As it was written."]


def test_a_participant_is_brought_back_to_their_own_place(room, sam, place):
    sent = {"board": "diagnosis", "column": "unsolved", "text": "My own words.", "back": "enter"}
    answer = place(sam, f"notes/{uuid4()}/", json=False, **sent)

    assert answer["Location"] == f"/s/{room.session.code}/"


def test_sealed_ones_are_counted_and_not_listed(room, desk):
    room.session.steps.filter(key="diagnosis_write").update(write_first=True)
    desk("enter", **lines("Closed for now."))
    html = desk("enter").content.decode()

    assert Note.objects.get().state == "sealed"
    assert "1 note entered for the room" in html
    assert "1 of them opens with the others." in html
    assert "Closed for now." not in html


def test_before_any_board_is_open_the_page_says_so(room, desk):
    room.session.boards.all().delete()

    assert "No board is open yet." in desk("enter").content.decode()
    assert desk("enter", **lines("Too early.")).status_code == 422
