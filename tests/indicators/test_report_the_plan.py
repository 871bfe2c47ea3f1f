"""The report tells the plan: every figure of it is counted from the rows."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from boards.models import Parking
from debrief.snapshot import snapshot_of
from indicators.models import Action, Plan
from indicators.plan.activity import Planning
from tests.boards import conftest as boards
from tests.indicators.plan_room import PlanRoom


@pytest.fixture
def room(db, checked_content) -> PlanRoom:
    running = PlanRoom(boards.planned(checked_content))
    running.respond_and_close()
    return running


def snapshot(room) -> dict:
    return snapshot_of(room.session.workshop)[0]


def part(room) -> dict:
    parts = snapshot(room)["parts"]
    return next(each for each in parts if each["key"] == "plan")["data"]


def page(room) -> str:
    report = {**snapshot(room), "version": 1}
    return " ".join(render_to_string("debrief/_report.html", {"snapshot": report}).split())


def test_without_a_plan_there_is_no_section(room):
    assert Planning().report_part(room.session) is None
    assert "plan" not in [each["key"] for each in snapshot(room)["parts"]]


def test_each_action_is_told_with_its_votes_and_all_that_was_said_of_it(room, sam):
    room.vote(sam, 1)
    room.poll.close(room.grace)
    said = {"owner": "Housing team", "level": "local", "due_on": "2027-01-31", "stage": "do"}
    room.say(room.choose(1), **said, barriers=["skills"], **{"do-1": "The waiting list."})
    room.own(sam, "I will ring them.")
    chosen, own = part(room)["actions"]
    [answer] = chosen["answers"]
    assert (chosen["votes"], chosen["owner"], chosen["due_on"]) == (1, "Housing team", "2027-01-31")
    assert (chosen["stage"], chosen["barriers"]) == ("Do", ["Skills"])
    assert answer["question"].startswith("What will we watch")
    assert answer["answer"] == "The waiting list."
    assert (own["own"], own["votes"], own["owner"]) == (True, None, "")
    html = page(room)
    assert "Chosen by the group, 1 vote" in html
    assert "Response 1." in html
    assert "31 January 2027" in html


def test_votes_are_not_told_before_voting_is_closed(room, sam):
    room.vote(sam, 1)
    room.choose(1)
    assert part(room)["actions"][0]["votes"] is None


def test_the_spread_of_ownership_warns_above_one_half(room, sam):
    for at, owner in enumerate(["Council", "the council", "Health board"]):
        room.say(room.choose(at), owner=owner)
    room.own(sam, "I will ring them.")
    told = part(room)
    owned = [a.owner for a in Action.objects.all() if a.owner]
    assert (told["owned"], told["without_owner"]) == (len(owned), 1)
    assert told["owners"] == [
        {"owner": "Council", "actions": 2},
        {"owner": "Health board", "actions": 1},
    ]
    assert told["too_much"] == {"owner": "Council", "actions": 2}
    html = page(room)
    assert "Council owns 2 of 3 actions that have an owner: more than half." in html
    assert "<title>Council: 2 of 3</title>" in html
    assert "1 action has no owner." in html


def test_barriers_are_counted_by_action_and_all_seven_are_listed(room):
    room.say(room.choose(0), barriers=["skills", "risk_aversion"])
    room.say(room.choose(1), barriers=["skills"])
    met = {each["label"]: each["actions"] for each in part(room)["barriers"]}
    assert len(met) == 7
    assert (met["Skills"], met["Risk aversion"], met["Limited powers"]) == (2, 1, 0)


def test_next_steps_and_the_day_of_the_next_look_are_told(room):
    Plan.look_again(room.session, date(2027, 1, 31))
    Plan.recommend(room.session, ["balance_risk"])
    html = page(room)
    assert "The group looks again on 31 January 2027." in html
    assert "<strong>Balance risk.</strong>" in html


def test_what_was_taken_back_stays_without_words_where_the_group_built_on_it(room):
    room.say(room.choose(0), owner="Housing team")
    room.made[0].note.refresh_from_db()
    room.made[0].note.take_back(room.writer)
    [action] = part(room)["actions"]
    assert "note" not in action
    html = page(room)
    assert "Taken back by its writer" in html
    assert "Response 0." not in html


def test_parked_notes_say_what_becomes_of_them(room):
    for response in room.made[:3]:
        response.note.refresh_from_db()
        response.note.park(room.grace, True)
    Parking.settle(room.made[0].note, "Housing team", "")
    Parking.settle(room.made[1].note, "", "No money this year.")
    told = snapshot(room)
    settled = [told["notes"][number].get("settled") for number in told["parked"]]
    assert settled == [
        {"owner": "Housing team", "dropped": ""},
        {"owner": "", "dropped": "No money this year."},
        None,
    ]
    html = page(room)
    assert "<td>Owner: <bdi>Housing team</bdi></td>" in html
    assert "<td>Dropped: <bdi>No money this year.</bdi></td>" in html
