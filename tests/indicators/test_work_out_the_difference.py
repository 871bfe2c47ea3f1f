"""What became of the first responses: a scripted case, and what may make it hard to say."""

from indicators.difference.answers import Answer
from indicators.difference.compare import Change, compare
from tests.indicators.answers import local, national, told

FIRSTS = [
    local("f1", "Ask Kit for a list of contacts"),
    local("f2", "Email the groups a new contact name"),
    local("f3", "Recruit a new link officer", "first_three_months", owner="The council"),
    local("f4", "Close the forty files", "first_year"),
    national("f5", "Send a reminder"),
    national("f6", "Keep one regional lead", "first_year"),
]
RESPONSES = [
    local("r1", "Ask Kit for a list of contacts", instead_of=("f1",)),
    local(
        "r2",
        "Sit with Kit and two people from the groups",
        instead_of=("f2",),
        indicators=("partnership_working",),
    ),
    local(
        "r3",
        "Hold the handover with three partners",
        owner="The partnership",
        instead_of=("f3",),
        indicators=("shared_responsibility",),
    ),
    local(
        "r4",
        "Every link gets a second person",
        "first_three_months",
        indicators=("partnership_working", "right_people"),
    ),
    national("r5", "Send a reminder", "first_three_months", instead_of=("f5",)),
    national("r6", "Count where we rest on one contact", indicators=("systems_leadership",)),
]


def test_a_scripted_case_shows_what_was_kept_changed_added_and_dropped():
    assert told(compare(FIRSTS, RESPONSES)) == [
        ("Ask Kit for a list of contacts", "Ask Kit for a list of contacts", {Change.KEPT}),
        (
            "Email the groups a new contact name",
            "Sit with Kit and two people from the groups",
            {Change.REWORDED},
        ),
        (
            "Recruit a new link officer",
            "Hold the handover with three partners",
            {Change.REWORDED, Change.MOVED, Change.REOWNED},
        ),
        ("", "Every link gets a second person", {Change.ADDED}),
        ("Send a reminder", "Send a reminder", {Change.MOVED}),
        ("", "Count where we rest on one contact", {Change.ADDED}),
        ("Close the forty files", "", {Change.DROPPED}),
        ("Keep one regional lead", "", {Change.DROPPED}),
    ]


def test_each_action_has_the_indicators_behind_it():
    behind = {line.answer.id: line.indicators for line in compare(FIRSTS, RESPONSES).lines}

    assert behind["r2"] == ("partnership_working",)
    assert behind["r3"] == ("shared_responsibility",)
    assert behind["r4"] == ("partnership_working", "right_people")
    assert behind["r6"] == ("systems_leadership",)
    assert behind["r1"] == behind["f4"] == ()


def test_local_and_national_are_told_apart():
    both = compare(FIRSTS, RESPONSES)

    assert [line.answer.id for line in both.at("local").lines] == ["r1", "r2", "r3", "r4", "f4"]
    assert [line.answer.id for line in both.at("national").lines] == ["r5", "r6", "f6"]


def test_no_difference_is_a_result():
    same = compare(FIRSTS[:1], RESPONSES[:1])

    assert same.is_told
    assert same.is_none
    assert not compare(FIRSTS, RESPONSES).is_none


def test_capitals_spaces_and_a_full_stop_are_no_difference():
    assert compare([local("f", "Ring Kit.")], [local("r", "ring  kit", instead_of=("f",))]).is_none


def test_who_writes_the_same_words_again_need_not_link_them():
    again = compare([local("f", "Ring Kit")], [local("r", "Ring Kit", "first_year")])

    assert told(again) == [("Ring Kit", "Ring Kit", {Change.MOVED})]


def test_the_same_words_of_the_other_level_or_of_another_story_are_another_action():
    firsts = [local("f", "Ring Kit"), national("g", "Wait"), local("h", "Wait", story="2")]
    after = [national("r", "Ring Kit"), local("s", "Meet"), local("t", "Ring Kit", story="2")]

    assert [line.changes for line in compare(firsts, after).lines] == [
        (Change.ADDED,),
        (Change.ADDED,),
        (Change.ADDED,),
        (Change.DROPPED,),
        (Change.DROPPED,),
        (Change.DROPPED,),
    ]


def test_an_action_that_goes_from_local_to_national_has_another_owner():
    handed_on = compare(
        [local("f", "Pay for it")], [national("r", "Pay for it", instead_of=("f",))]
    )

    assert told(handed_on) == [("Pay for it", "Pay for it", {Change.REOWNED})]


def test_an_owner_that_is_named_for_the_first_time_is_not_another_owner():
    named = compare([local("f", "Ring Kit")], [local("r", "Ring Kit", owner="Council")])

    assert named.is_none


def test_what_nobody_answered_in_one_of_the_rounds_is_neither_dropped_nor_added():
    difference = compare([local("f", "Ring Kit"), national("g", "Wait")], [local("r", "Ring Kit")])
    assert told(difference)[1] == ("Wait", "", {Change.UNCOMPARED})
    assert difference.is_none

    unasked = compare([], [local("r", "Ring Kit")])
    assert told(unasked) == [("", "Ring Kit", {Change.UNCOMPARED})]
    assert not unasked.is_told
    assert not unasked.is_none


def test_a_response_may_go_back_to_a_first_one_by_way_of_another():
    by_way = local("r1", "Meet Kit", instead_of=("f",))
    last = local("r2", "Meet Kit twice", instead_of=("r1",))

    assert told(compare([local("f", "Ring Kit")], [by_way, last])) == [
        ("Ring Kit", "Meet Kit", {Change.REWORDED}),
        ("Ring Kit", "Meet Kit twice", {Change.REWORDED}),
    ]


def test_a_response_that_is_gone_has_no_line_and_still_leads_on():
    taken_back = local("r1", "", instead_of=("f",), gone=True)
    last = local("r2", "Meet Kit", instead_of=("r1",))

    assert told(compare([local("f", "Ring Kit")], [taken_back, last])) == [
        ("Ring Kit", "Meet Kit", {Change.REWORDED})
    ]


def test_of_a_first_response_that_is_gone_nothing_is_said_and_nothing_was_added():
    gone = local("f", "", gone=True)

    assert told(compare([gone], [local("r", "Meet Kit", instead_of=("f",))])) == [
        ("", "Meet Kit", {Change.UNTOLD})
    ]
    assert told(compare([gone], [local("r", "Meet Kit")])) == [("", "Meet Kit", {Change.ADDED})]
    assert not compare([gone], [local("r", "Meet Kit", instead_of=("f",))]).is_none


def test_a_ring_of_responses_leads_nowhere():
    ring = [local("r1", "One", instead_of=("r2",)), local("r2", "Two", instead_of=("r1",))]

    assert [line.changes for line in compare([local("f", "Zero")], ring).lines] == [
        (Change.ADDED,),
        (Change.ADDED,),
        (Change.DROPPED,),
    ]


def test_a_first_response_kept_twice_is_kept_and_no_difference():
    twice = [local(id, "Ring Kit", instead_of=("f",)) for id in ("r1", "r2")]

    assert compare([local("f", "Ring Kit")], twice).is_none


def test_a_response_that_stands_for_two_is_compared_with_the_nearest_and_drops_neither():
    firsts = [local("f1", "Ring the groups"), local("f2", "Ring Kit")]
    joined = local("r", "Ring Kit", instead_of=("f1", "f2"))

    (line,) = compare(firsts, [joined]).lines
    assert line.changes == (Change.KEPT,)
    assert [each.id for each in line.befores] == ["f2", "f1"]


def test_nothing_at_all_is_nothing_to_compare():
    nothing = compare([], [])

    assert nothing.lines == ()
    assert not nothing.is_told


def test_a_response_instead_of_something_unknown_is_added():
    lost = Answer("r", "Meet Kit", "local", "first_week", instead_of=("elsewhere",))

    assert told(compare([local("f", "Ring Kit")], [lost]))[0][2] == {Change.ADDED}
