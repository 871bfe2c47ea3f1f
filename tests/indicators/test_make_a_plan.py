"""Make a plan of what the group chose and what people will do: owner, date, step, barriers."""

from datetime import date

import pytest

from indicators.models import Action, Plan
from indicators.plan.standing import plan_of
from tests.boards import conftest as boards
from tests.indicators.plan_room import PlanRoom
from workshops.refusals import Conflict, NotAllowed, NotFit


@pytest.fixture
def room(db, checked_content) -> PlanRoom:
    running = PlanRoom(boards.planned(checked_content))
    running.respond_and_close()
    return running


def test_what_is_chosen_stands_in_board_order_before_peoples_own(room, sam):
    room.own(sam, "I will ring them.", owner="Tenants’ group", due_on="2026-12-03")
    room.choose(3)
    room.choose(0)
    assert room.planned() == [
        ("Response 0.", ""),
        ("Response 3.", "Ministry"),
        ("I will ring them.", "Tenants’ group"),
    ]
    assert [each.level for each in plan_of(room.session)] == ["local", "national", ""]
    assert "By 3 December 2026" in room.shown()


def test_leaving_out_can_be_undone_with_nothing_lost(room):
    action = room.choose(0)
    room.say(action, owner="Housing team", barriers=["skills"])
    Action.choose(room.made[0].note, False)
    assert (room.planned(), "Response 0." in room.shown()) == ([], False)
    with pytest.raises(Conflict, match="not in the plan any more"):
        room.say(action, owner="Somebody")
    room.choose(0)
    assert room.planned() == [("Response 0.", "Housing team")]
    assert "In the way: Skills" in room.shown()


def test_only_a_response_that_stands_can_be_chosen(room, sam):
    own = room.own(sam, "I will ring them.")
    with pytest.raises(Conflict, match="one of the responses"):
        Action.choose(own.note, False)
    room.made[0].note.refresh_from_db()
    room.made[0].note.hide(room.grace, "Holds a name.")
    with pytest.raises(Conflict, match="not on the board any more"):
        Action.choose(room.made[0].note, True)


def test_everything_is_said_of_an_action_and_answers_to_another_stage_are_kept(room):
    action = room.choose(1)
    said = {"owner": "Housing team", "level": "both", "due_on": "2027-01-31", "stage": "do"}
    said |= {"do-0": "Ring three tenants.", "check-1": "Repairs.", "barriers": ["skills"]}
    room.say(action, **said)
    action.refresh_from_db()
    assert (action.level, action.stage, action.due_on) == ("both", "do", date(2027, 1, 31))
    assert action.answers == {
        "do": ["Ring three tenants.", "", ""],
        "check": ["", "Repairs."] + [""] * 3,
    }
    assert "Ring three tenants." in room.shown()
    assert "Repairs." not in room.shown()


def test_two_who_change_the_same_action_hear_of_each_other(room):
    action = room.choose(0)
    action.change(room.grace, {"owner": "Housing team"}, 1)
    with pytest.raises(Conflict, match="Someone has changed it since"):
        action.change(room.grace, {"owner": "Health board"}, 1)
    assert room.planned() == [("Response 0.", "Housing team")]


UNFIT = [
    ({"due_on": "2026-02-31"}, "year, month and day"),
    ({"due_on": "soon"}, "year, month and day"),
    ({"level": "regional"}, "on the list"),
    ({"stage": "act"}, "on the list"),
    ({"barriers": ["overview_broken_funding"]}, "on the list"),
    ({"owner": "x" * 81}, "too long by 1 character"),
    ({"do-0": "x" * 281}, "too long by 1 character"),
]


def test_what_cannot_be_said_changes_nothing(room):
    action = room.choose(0)
    for said, sentence in UNFIT:
        with pytest.raises(NotFit, match=sentence):
            room.say(action, **{"owner": "Housing team", **said})
    assert room.planned() == [("Response 0.", "")]


def test_a_writer_changes_their_own_action_and_nobody_elses(room, sam, joan):
    own = room.own(sam, "I will ring them.")
    room.say(own, by=sam, text="I will visit them.", owner="Tenants’ group")
    assert room.planned() == [("I will visit them.", "Tenants’ group")]
    for action in (own, room.choose(0)):
        with pytest.raises(NotAllowed, match="Only its writer"):
            room.say(action, by=joan, owner="Somebody")
    room.say(own, owner="Health board", text="Somebody else’s words.")
    assert ("I will visit them.", "Health board") in room.planned()
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="closed for now"):
        room.say(own, by=sam, text="Too late.")


def test_after_the_end_the_plan_stays_as_it_is(room, sam):
    action = room.choose(0)
    room.session.end(room.grace.facilitator)
    for change in (
        lambda: room.say(action, owner="Housing team"),
        lambda: Action.choose(room.made[1].note, True),
        lambda: Plan.look_again(room.session, date(2027, 1, 31)),
        lambda: Plan.recommend(room.session, ["balance_risk"]),
    ):
        with pytest.raises(Conflict, match="has ended"):
            change()
    assert room.planned() == [("Response 0.", "")]


def test_the_group_looks_again_and_has_two_next_steps_at_most(room):
    Plan.look_again(room.session, date(2027, 1, 31))
    Plan.recommend(room.session, ["build_capacity", "balance_risk"])
    assert "We look again on 31 January 2027." in room.shown()
    assert room.shown().index("Balance risk") < room.shown().index("Build capacity")
    with pytest.raises(NotFit, match="two at most"):
        Plan.recommend(room.session, ["build_capacity", "balance_risk", "align_documents"])
    with pytest.raises(NotFit, match="no such"):
        Plan.recommend(room.session, ["pray"])
    Plan.look_again(room.session, None)
    assert Plan.of(room.session).recommendations == ["balance_risk", "build_capacity"]
    assert "look again" not in room.shown()
