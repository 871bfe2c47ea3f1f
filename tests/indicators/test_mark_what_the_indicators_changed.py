"""Mark each action same, changed or new: anyone may, nobody overwrites unseen, all see it."""

import pytest

from indicators.difference.actions import Actions
from indicators.difference.marks import Marks
from indicators.models import Response
from tests.boards import conftest as boards
from tests.indicators.debrief_room import DebriefRoom
from workshops.refusals import Conflict, Gone, NotFit


@pytest.fixture
def room(db, checked_content) -> DebriefRoom:
    running = DebriefRoom(boards.planned(checked_content))
    running.begin()
    return running


@pytest.fixture
def action(room) -> Response:
    """An action, with the room in its debrief."""
    room.go_round("local")
    response = room.then("Ring Kit", ticks=["partnership_working"])
    room.go_to("scenario_debrief")
    return response


def marked(response: Response) -> str:
    return Response.objects.get(pk=response.pk).mark


def test_anyone_here_may_mark_an_action_and_change_its_mark(room, action, sam, joan):
    action.mark_as(sam, "changed", "")
    assert marked(action) == "changed"
    action.mark_as(joan, "new", "changed")
    assert marked(action) == "new"
    action.mark_as(room.grace, "same", "new")
    assert marked(action) == "same"


def test_who_did_not_see_the_latest_mark_is_told_what_it_is_and_changes_nothing(
    room, action, sam, joan
):
    action.mark_as(sam, "changed", "")
    with pytest.raises(Conflict, match="Someone has marked it “Changed” since"):
        action.mark_as(joan, "same", "")
    assert marked(action) == "changed"


def test_two_who_give_the_same_mark_at_the_same_moment_agree(room, action, sam, joan):
    action.mark_as(sam, "new", "")
    action.mark_as(joan, "new", "")
    assert marked(action) == "new"


@pytest.mark.parametrize("mark", ["", "better", "Same"])
def test_there_are_three_marks(room, action, sam, mark):
    with pytest.raises(NotFit, match="Choose one of the three"):
        action.mark_as(sam, mark, "")
    assert marked(action) == ""


def test_marks_wait_for_the_debrief_and_end_with_it(room, sam):
    room.go_round("local")
    response = room.then("Ring Kit")
    with pytest.raises(Conflict, match="in the debrief, not yet"):
        response.mark_as(sam, "same", "")
    room.go_to("scenario_debrief")
    room.go_to("close")
    with pytest.raises(Conflict, match="The board is closed"):
        response.mark_as(sam, "same", "")
    response.mark_as(room.grace, "same", "")
    assert marked(response) == "same"
    room.session.end(room.grace)
    with pytest.raises(Conflict):
        response.mark_as(room.grace, "new", "same")
    assert marked(response) == "same"


def test_a_locked_board_takes_no_marks(room, action, sam):
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="closed for now"):
        action.mark_as(sam, "same", "")


def test_an_action_that_was_hidden_taken_back_or_merged_is_not_marked(room, action, sam):
    other = action.note.merged.model.objects.get(pk=action.note_id)
    other.hide(room.grace, "A name in it")
    with pytest.raises(Conflict, match="not on the board any more"):
        action.mark_as(sam, "same", "")
    other.restore(room.grace)
    other.take_back(room.writer)
    with pytest.raises(Gone, match="taken this action back"):
        action.mark_as(sam, "same", "")


def test_of_two_that_were_merged_the_one_that_stands_is_marked(room, sam):
    room.go_round("local")
    one, other = room.then("Ring Kit"), room.then("Call Kit")
    room.go_to("scenario_debrief")
    other.note.merge(room.grace, one.note, other.note.version)
    with pytest.raises(Conflict, match="merged with another since"):
        other.mark_as(sam, "new", "")
    one.mark_as(sam, "new", "")
    assert [each.mark for each in Actions(room.session).all] == ["new"]


def test_a_mark_is_shown_to_everyone_without_the_words_of_the_action(room, action, sam):
    action.mark_as(sam, "changed", "")
    html = room.change(f"mark-{action.note_id}").html
    assert 'data-mark="changed"' in html
    assert "Changed" in html
    assert "Ring Kit" not in html
    assert "Ines" not in html


def test_the_marks_add_up_in_words(room, action, sam):
    room.mark(action, "new")
    html = " ".join(room.change(f"marks-{room.board.pk}").html.split())
    assert "1 action, all marked" in html
    assert "0 same" in html
    assert "1 new" in html
    assert "1 of 1 changed or new" in html


def test_the_share_is_of_those_that_are_marked():
    counted = Marks.counted(["same"] * 5 + ["changed"] * 4 + ["new"] * 3 + [""] * 2)

    assert (counted.made_different, counted.marked, counted.share) == (7, 12, 58)
    assert (counted.unmarked, counted.total) == (2, 14)
    assert Marks.counted(["same", "new"]).share == 50
    assert Marks.counted(["same"] * 7 + ["new"]).share == 13
    assert Marks.counted(["", ""]).share is None


def test_it_is_asked_over_http_and_answered_in_words(room, action, sam, place):
    sam.participant.token = sam.participant.add_device()
    address = f"debrief/{action.note_id}/mark/"
    assert place(sam, address, mark="new", seen="").status_code == 200
    refused = place(sam, address, mark="same", seen="")
    assert refused.status_code == 409
    assert "Someone has marked it" in refused.json()["error"]
    assert place(sam, address, json=False, mark="same", seen="new").status_code == 303
    assert marked(action) == "same"


def test_a_first_response_and_a_lesson_take_no_mark(room, sam, place):
    first = room.at_first("Wait")
    room.go_to("scenario_debrief")
    assert place(sam, f"debrief/{first.note_id}/mark/", mark="new", seen="").status_code == 404
    assert marked(first) == ""
