"""An action is read through its note: what is hidden, merged or taken back follows in the plan."""

import pytest

from boards.models import Deed
from tests.boards import conftest as boards
from tests.indicators.plan_room import PlanRoom
from workshops.models.coming_back import TAKE_BACK_FOR


@pytest.fixture
def room(db, checked_content) -> PlanRoom:
    running = PlanRoom(boards.planned(checked_content))
    running.respond_and_close()
    return running


def note_of(room, at: int):
    room.made[at].note.refresh_from_db()
    return room.made[at].note


def test_what_is_hidden_is_out_until_it_comes_back(room):
    room.say(room.choose(0), owner="Housing team")
    note_of(room, 0).hide(room.grace, "Holds a name.")
    assert (room.planned(), "Response 0." in room.shown()) == ([], False)
    Deed.find(room.grace).undo(room.grace)
    assert room.planned() == [("Response 0.", "Housing team")]
    assert "Response 0." in room.shown()


def test_of_two_that_are_merged_one_stands_in_the_plan(room):
    room.say(room.choose(0), owner="Housing team")
    one, other = note_of(room, 0), note_of(room, 1)
    one.merge(room.grace, other, one.version)
    assert room.planned() == [("Response 1.", "Housing team")]
    room.made[0].note.unmerge(room.grace)
    room.choose(1)
    assert room.planned() == [("Response 0.", "Housing team"), ("Response 1.", "")]
    one = note_of(room, 0)
    one.merge(room.grace, note_of(room, 1), one.version)
    assert room.planned() == [("Response 1.", "")]


def test_a_chosen_response_that_is_taken_back_goes_unless_something_was_said_of_it(room):
    room.choose(0)
    room.say(room.choose(1), owner="")
    action = room.choose(2)
    action.level = ""
    action.save()
    room.say(action, stage="do")
    for at in (0, 1, 2):
        note_of(room, at).take_back(room.writer)
    assert room.planned() == [("", "")]
    assert "Taken back by its writer" in room.shown()
    assert "Response" not in room.shown()
    assert "Response 2" not in room.making()


def test_ones_own_action_that_is_taken_back_is_gone_with_all_that_was_said_of_it(room, sam):
    own = room.own(sam, "I will ring them.", owner="Tenants’ group")
    room.say(own, by=sam, owner="Tenants’ group", stage="do", **{"do-0": "Before Friday."})
    own.note.take_back(sam)
    assert room.planned() == []
    for words in ("I will ring them.", "Tenants’ group", "Before Friday."):
        assert words not in room.shown() + room.making()
    assert TAKE_BACK_FOR.days == 7


def test_an_action_written_after_the_step_closed_waits_for_the_facilitator(room, sam):
    room.session.lock_board(True)
    own = room.own(sam, "I will ring them.")
    assert (own.note.state, room.planned()) == ("late", [])
    own.note.admit(room.grace)
    assert room.planned() == [("I will ring them.", "")]
