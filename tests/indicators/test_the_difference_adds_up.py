"""Whatever a room writes, each action is told of once and the counts add up."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.difference.answers import Answer
from indicators.difference.compare import Change, Difference, compare

LEVELS = ["local", "national"]
HORIZONS = ["first_week", "first_three_months", "first_year"]
WORDS = ["Ring Kit", "Meet", "Wait", "Pay"]
OWNERS = ["", "Council", "Hospital"]
FIRSTS = [f"f{number}" for number in range(5)]
RESPONSES = [f"r{number}" for number in range(6)]
BETWEEN = {Change.REWORDED, Change.MOVED, Change.REOWNED}
quickly = settings(max_examples=200, derandomize=True, deadline=None)


def answers(ids: list[str], origins: list[str]):
    """Some of these ids, each with whatever answer, going back to whatever."""
    one = st.builds(
        Answer,
        id=st.just(""),
        text=st.sampled_from(WORDS),
        level=st.sampled_from(LEVELS),
        horizon=st.sampled_from(HORIZONS),
        owner=st.sampled_from(OWNERS),
        instead_of=st.lists(st.sampled_from(origins), max_size=2).map(tuple)
        if origins
        else st.just(()),
        gone=st.booleans(),
    )
    return st.lists(one, max_size=len(ids)).map(
        lambda found: [replace(each, id=id) for id, each in zip(ids, found, strict=False)]
    )


firsts = answers(FIRSTS, [])
responses = answers(RESPONSES, FIRSTS + RESPONSES + ["elsewhere"])


def ids(found: list[Answer]) -> list[str]:
    return [each.id for each in found if not each.gone]


@quickly
@given(firsts, responses)
def test_every_response_has_one_line_and_every_first_one_is_in_at_least_one(before, after):
    lines = compare(before, after).lines

    assert [line.after.id for line in lines if line.after] == ids(after)
    assert {each.id for line in lines for each in line.befores} == set(ids(before))
    left = [line.before.id for line in lines if not line.after]
    assert len(left) == len(set(left))


@quickly
@given(firsts, responses)
def test_the_counts_add_up(before, after):
    difference = compare(before, after)
    count = difference.count
    changed = sum(bool(BETWEEN & set(line.changes)) for line in difference.lines)
    alone = [Change.KEPT, Change.ADDED, Change.DROPPED, Change.UNTOLD, Change.UNCOMPARED]

    assert changed + sum(count(each) for each in alone) == len(difference.lines)
    assert sum(len(difference.at(level).lines) for level in LEVELS) == len(difference.lines)
    for line in difference.lines:
        assert len(line.changes) == 1 or set(line.changes) <= BETWEEN


@quickly
@given(firsts)
def test_whoever_keeps_everything_makes_no_difference(before):
    standing = [each for each in before if not each.gone]
    kept = [replace(each, id=f"r-{each.id}", instead_of=(each.id,)) for each in standing]

    assert compare(before, kept).is_none == bool(standing)
    for words_only in compare(standing, [replace(each, instead_of=()) for each in kept]).lines:
        assert words_only.changes == (Change.KEPT,)


@quickly
@given(firsts, responses, st.randoms(use_true_random=False))
def test_the_order_of_writing_changes_nothing_but_the_order(before, after, chance):
    def bag(difference: Difference) -> list:
        return sorted((line.answer.id, line.changes) for line in difference.lines)

    as_written = compare(before, after)
    chance.shuffle(before)
    chance.shuffle(after)
    assert bag(compare(before, after)) == bag(as_written)
