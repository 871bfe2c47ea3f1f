"""How many notes one person and one board can have, and how fast they may come."""

import pytest

from boards.models import Note
from live.allowance import Allowances
from workshops import limits, pace
from workshops.refusals import NotFit


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(limits, "NOTES_OF_ONE", 3)
    monkeypatch.setattr(limits, "NOTES_ON_A_BOARD", 5)


def test_one_person_can_write_so_many_notes_and_the_others_go_on(few, room, sam, joan):
    notes = [room.write(sam, f"Note {n}.") for n in range(3)]
    with pytest.raises(NotFit, match="You have written 3 notes, the most that one person can"):
        room.write(sam, "One more.")
    room.write(joan, "Another person's.")
    assert Note.objects.filter(writer=sam.participant).count() == len(notes)


def test_taking_notes_back_makes_no_room_for_more(few, room, sam):
    for n in range(3):
        room.write(sam, f"Note {n}.").take_back(sam)
    with pytest.raises(NotFit):
        room.write(sam, "One more.")


def test_a_board_holds_so_many_whoever_writes_them(few, room, sam, joan):
    for n in range(5):
        room.write(sam if n < 3 else joan, f"Note {n}.")
    with pytest.raises(NotFit, match="This board is full: it has 5 notes"):
        room.write(room.grace, "For the room.")
    assert room.board.notes().count() == 5


def test_a_note_that_was_stored_is_acknowledged_again_however_full_it_is(few, room, sam):
    notes = [room.write(sam, f"Note {n}.") for n in range(3)]
    again = Note.write(room.board, sam, notes[0].pk, "intractable", "Note 0.")
    assert again == notes[0]


@pytest.fixture
def write(place):
    def write(viewer, number: int):
        fields = {"board": "diagnosis", "column": "intractable", "text": f"Note {number}."}
        return place(viewer, f"notes/00000000-0000-4000-8000-{number:012}/", **fields)

    return write


def test_a_burst_is_taken_then_told_when_to_come_again(room, sam, joan, write, monkeypatch):
    monkeypatch.setattr("live.allowance.monotonic", lambda: 0.0)
    answers = [write(sam, n) for n in range(limits.COMMANDS_AT_ONCE + 8)]
    statuses = [answer.status_code for answer in answers]
    late = answers[-1]

    assert statuses[: limits.COMMANDS_AT_ONCE] == [200] * limits.COMMANDS_AT_ONCE
    assert late.status_code == 429
    assert late.json() == {
        "error": "Too much at once. What you wrote is kept: send it in a moment."
    }
    assert late["Retry-After"] == "1"
    assert write(joan, 900).status_code == 200


def test_who_keeps_on_sending_loses_nothing(room, sam, write, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr("live.allowance.monotonic", lambda: clock[0])
    pace.forget()
    waiting = list(range(100))
    while waiting:
        answer = write(sam, waiting[0])
        if answer.status_code == 429:
            clock[0] += int(answer["Retry-After"])
        else:
            assert answer.status_code == 200
            waiting.pop(0)

    assert Note.objects.count() == 100
    assert clock[0] <= 20


def test_a_room_takes_so_much_from_everyone_together(room, sam, joan, write, monkeypatch):
    monkeypatch.setattr(pace, "_rooms", Allowances(4, 0.01))
    statuses = [write(sam if n % 2 else joan, n).status_code for n in range(6)]
    assert statuses == [200, 200, 200, 200, 429, 429]


def test_without_scripts_the_page_keeps_the_text(room, sam, place, monkeypatch):
    monkeypatch.setattr(pace, "_commands", Allowances(0, 0.01))
    fields = {"board": "diagnosis", "column": "intractable", "text": "Typed by hand."}
    page = place(sam, "notes/00000000-0000-4000-8000-000000000001/", json=False, **fields)
    assert page.status_code == 429
    assert "Typed by hand." in page.content.decode()
    assert page["Retry-After"]


def test_reading_has_a_pace_of_its_own(room, sam, place, write, monkeypatch):
    monkeypatch.setattr(pace, "_pages", Allowances(5, 0.01))
    statuses = [place(sam, "changes", "get").status_code for _ in range(7)]
    assert statuses == [200] * 5 + [429] * 2
    assert write(sam, 1).status_code == 200
