"""The difference of real responses: kept, changed, dropped; merged, hidden and taken back."""

import pytest

from indicators.difference.actions import Actions
from indicators.difference.compare import Change
from indicators.models import Indicator
from tests.boards import conftest as boards
from tests.indicators.answers import told
from tests.indicators.debrief_room import DebriefRoom


@pytest.fixture
def room(db, checked_content) -> DebriefRoom:
    running = DebriefRoom(boards.planned(checked_content))
    running.begin()
    return running


def lines(room) -> list:
    return told(Actions(room.session).difference)


def test_the_scripted_case_of_a_room(room):
    ask = room.at_first("Ask Kit for a list")
    officer = room.at_first(
        "Recruit a link officer", "local-first_three_months", owner="The council"
    )
    room.at_first("Close the files", "local-first_year")
    remind = room.at_first("Send a reminder", "national-first_week")
    room.go_round("local")
    ask.keep(room.writer)
    room.then(
        "Hold the handover together",
        of=officer,
        owner="The partnership",
        ticks=["shared_responsibility"],
    )
    room.then(
        "Every link gets a second person",
        "local-first_year",
        ticks=["right_people", "partnership_working"],
    )
    room.then("", "national-first_year", of=remind)

    actions = Actions(room.session)
    assert told(actions.difference) == [
        ("Ask Kit for a list", "Ask Kit for a list", {Change.KEPT}),
        (
            "Recruit a link officer",
            "Hold the handover together",
            {Change.REWORDED, Change.MOVED, Change.REOWNED},
        ),
        ("", "Every link gets a second person", {Change.ADDED}),
        ("Send a reminder", "Send a reminder", {Change.MOVED}),
        ("Close the files", "", {Change.DROPPED}),
    ]
    assert [[tag.key for tag in each.tags] for each in actions.all] == [
        [],
        ["shared_responsibility"],
        ["right_people", "partnership_working"],
        [],
    ]


def test_what_keeps_words_that_are_taken_back_says_nothing_and_is_no_action(room):
    first = room.at_first("Ring Kit")
    other = room.at_first("Ring the groups")
    room.go_round("local")
    first.keep(room.writer)
    room.then("Meet the groups", of=other)
    first.note.take_back(room.writer)
    other.note.hide(room.grace, "A name in it")

    actions = Actions(room.session)
    assert told(actions.difference) == [("", "Meet the groups", {Change.UNTOLD})]
    assert actions.marks.total == 1


def test_responses_that_are_merged_are_one_action_with_all_that_calls_for_it(room):
    first, other = room.at_first("Ring Kit"), room.at_first("Call Kit")
    room.go_round("local")
    kept = first.keep(room.writer)
    changed = room.then("Ring Kit twice", of=other, ticks=["right_people"])
    changed.note.merge(room.grace, kept.note, changed.note.version)

    (action,) = Actions(room.session).all
    assert action.line.changes == (Change.KEPT,)
    assert [tag.key for tag in action.tags] == ["right_people"]
    assert lines(room) == [("Ring Kit", "Ring Kit", {Change.KEPT})]


def test_first_responses_that_are_merged_are_one(room):
    first, other = room.at_first("Ring Kit"), room.at_first("Call Kit")
    room.go_round("local")
    room.then("Meet Kit", of=other)
    other.note.merge(room.grace, first.note, other.note.version)

    assert lines(room) == [("Ring Kit", "Meet Kit", {Change.REWORDED})]


def test_an_indicator_that_was_merged_is_the_one_it_is_now(room):
    room.at_first("Wait")
    room.go_round("local")
    room.then("Ring Kit", ticks=["learning_culture"])
    indicators = Indicator.of(room.session.workshop)
    into = indicators.get(key="right_people")
    indicators.filter(key="learning_culture").update(merged_into=into)

    assert [tag.key for tag in Actions(room.session).all[0].tags] == ["right_people"]


def test_a_late_response_counts_once_it_is_admitted(room):
    room.go_round("local")
    room.go_to("scenario_debrief")
    late = room.then("Ring Kit")
    assert Actions(room.session).all == []
    late.note.admit(room.grace)
    assert [each.response.text for each in Actions(room.session).all] == ["Ring Kit"]
    assert room.change("step").fetch == "step/"


@pytest.mark.parametrize(
    ("marks", "nothing"), [(["same"], True), ([""], True), (["new"], False), (["changed"], False)]
)
def test_no_difference_is_said_unless_a_mark_says_otherwise(room, marks, nothing):
    first = room.at_first("Ring Kit")
    room.go_round("local")
    kept = first.keep(room.writer)
    room.go_to("scenario_debrief")
    for mark in filter(None, marks):
        room.mark(kept, mark)

    actions = Actions(room.session)
    assert actions.difference.is_none
    assert actions.changed_nothing == nothing


def test_all_marked_same_changed_nothing_whatever_was_counted(room):
    room.at_first("Wait")
    room.go_round("local")
    added = room.then("Ring Kit")
    room.go_to("scenario_debrief")
    assert not Actions(room.session).changed_nothing
    room.mark(added, "same")
    assert not Actions(room.session).difference.is_none
    assert Actions(room.session).changed_nothing
