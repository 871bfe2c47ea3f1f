"""After the calls the group picks which of four types of problem it has; a facilitator notes it."""

import pytest
from django.test import Client

from debrief.snapshot import snapshot_of
from diagnosis.models import ProblemType
from live.models import Change
from tests.workshops.conftest import signed_in
from tests.workshops.running import press
from workshops.refusals import Conflict

WATCH = "Use the indicators; test, watch and adapt."


@pytest.fixture
def grace(room, reading) -> Client:
    """Grace’s browser, in the step that agrees."""
    return signed_in(room.session.workshop.owner)


def pick(grace, room, key: str):
    return press(grace, room.session, "diagnosis/problem-type/", type=key)


def pushed(room) -> str:
    return room.change(f"problem-type-{room.board.pk}").html


def test_the_pick_is_shown_to_everyone(room, grace, sam, place):
    assert pick(grace, room, "complex").status_code == 200
    assert f"<strong>Complex.</strong> {WATCH}" in pushed(room)
    assert WATCH in place(sam, "", method="get").content.decode()
    screen = Client().get(f"/screen/{room.session.screen_token}/").content.decode()
    assert f"<strong>Complex.</strong> {WATCH}" in screen


def test_the_pick_can_be_changed_and_taken_away(room, grace):
    pick(grace, room, "complex")
    pick(grace, room, "wicked")
    assert "<strong>Wicked.</strong>" in pushed(room)
    pick(grace, room, "")
    assert "We have not picked one yet." in pushed(room)
    assert ProblemType.objects.count() == 1


def test_no_pick_is_worked_out_from_the_calls(room, reading, sam, joan, grace):
    for person in (sam, joan):
        reading.call(person, "strong")
    assert not ProblemType.objects.exists()
    assert not Change.objects.filter(key__startswith="problem-type").exists()


def test_a_type_that_is_not_one_of_the_four_is_refused(room, grace):
    answer = pick(grace, room, "fiendish")
    assert answer.json()["error"] == "Choose one of the four types, or none."
    assert not ProblemType.objects.exists()


def test_the_four_types_stand_in_the_console_while_the_room_agrees(room, grace):
    page = grace.get(f"/run/{room.session.code}/").content.decode()
    assert page.count('name="type"') == 5  # and no pick
    assert "Past cases help, but the result stays uncertain" in page
    room.session.go_on(room.session.current_step().pk)
    assert 'name="type"' not in grace.get(f"/run/{room.session.code}/").content.decode()


def test_its_question_can_be_asked_on_the_screen(room, grace):
    press(grace, room.session, "on-screen/ask/", question="problem_type")
    shown = room.change("question", "screen").html
    assert "Which column are we in?" in shown
    assert "Simple – Complicated – Complex – Wicked" in shown


def test_after_the_end_the_pick_stays_as_it_is(room, grace):
    pick(grace, room, "complex")
    room.session.end(room.grace.facilitator)
    with pytest.raises(Conflict):
        ProblemType.of(room.board).pick("wicked")
    assert ProblemType.objects.get().key == "complex"


def test_the_report_tells_the_pick_and_that_there_was_none(room, grace):
    def told():
        parts = snapshot_of(room.session.workshop)[0]["parts"]
        return next(each["data"]["problem_type"] for each in parts if each["key"] == "diagnosis")

    assert told() is None
    pick(grace, room, "complex")
    assert (told()["label"], told()["so_what"], len(told()["features"])) == ("Complex", WATCH, 3)
