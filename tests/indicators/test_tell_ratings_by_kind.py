"""What is told of ratings: the widest gap first, and never what a small group said."""

from itertools import combinations_with_replacement, product

import pytest

from indicators.reading.told import (
    Apart,
    Groups,
    Told,
    apart,
    count,
    groups_of,
    middle,
    tell,
    widest_first,
)
from workshops.small_groups import SMALLEST

A, B, C = "national_government", "local_government", "users_citizens"
LOW, SOME, MOST, FULL, DUNNO = "not_at_all", "in_places", "mostly", "fully", "cannot_say"


def room(*sizes: int, agreed: str = "") -> list[tuple[str, bool]]:
    return [(k, k in agreed) for k, n in zip((A, B, C), sizes, strict=False) for _ in range(n)]


def said(**words: list[str]) -> list[tuple[str, str]]:
    kinds = {"a": A, "b": B, "c": C}
    return [(kinds[kind], word) for kind, each in words.items() for word in each]


def only(**words: list[str]) -> Told:
    """What is told where every kind stands by itself."""
    rated = said(**words)
    return tell(rated, Groups([A, B, C][: len(words)], [], [A, B, C]))


def test_the_worked_example():
    """Four and four, three and three: council mostly to fully, people not at all."""
    everyone = tell(
        said(a=[MOST, MOST, FULL, DUNNO], b=[SOME, MOST, SOME], c=[LOW, SOME, LOW]),
        groups_of(room(4, 3, 3)),
    )
    assert everyone.kinds == {
        A: {LOW: 0, SOME: 0, MOST: 2, FULL: 1, DUNNO: 1},
        B: {LOW: 0, SOME: 2, MOST: 1, FULL: 0, DUNNO: 0},
        C: {LOW: 2, SOME: 1, MOST: 0, FULL: 0, DUNNO: 0},
    }
    assert everyone.everyone == {LOW: 2, SOME: 3, MOST: 3, FULL: 1, DUNNO: 1}
    assert apart(everyone) == Apart(4, least=C, most=A)


def test_the_widest_gap_comes_first_and_ties_keep_their_order():
    lines = [
        ("alike", only(a=[SOME], b=[SOME])),
        ("one word", only(a=[SOME], b=[MOST])),
        ("no order", only(a=[DUNNO], b=[FULL])),
        ("half a word", only(a=[SOME, MOST], b=[MOST])),
        ("three words", only(a=[LOW], b=[FULL])),
        ("one word too", only(a=[FULL], b=[MOST])),
    ]
    assert [name for name, _ in widest_first(lines)] == [
        "three words",
        "one word",
        "one word too",
        "half a word",
        "alike",
        "no order",
    ]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ([LOW], 0),
        ([LOW, SOME], 1),
        ([LOW, DUNNO, DUNNO], 0),
        ([SOME, SOME, FULL], 2),
        ([FULL, LOW, FULL, MOST], 5),
        ([DUNNO], None),
        ([], None),
    ],
)
def test_the_middle_word_leaves_out_who_cannot_say(words, at):
    assert middle(count(words)) == at


def test_a_small_group_is_told_of_with_a_larger_one():
    told = tell(said(a=[LOW], b=[MOST, MOST, FULL, SOME], c=[LOW] * 3), groups_of(room(1, 4, 3)))
    assert told.kinds == {C: count([LOW] * 3)}
    assert told.together == count([LOW, MOST, MOST, FULL, SOME])
    assert told.everyone == count([LOW] * 4 + [MOST, MOST, FULL, SOME])


def test_a_small_group_whose_people_agreed_is_told_of():
    told = tell(said(a=[LOW], b=[MOST] * 3), groups_of(room(1, 3, agreed=A)))
    assert told.kinds == {A: count([LOW]), B: count([MOST] * 3)}


def test_one_who_did_not_agree_speaks_for_a_small_group():
    people = [(A, True), (A, False), *room(0, 3)]
    assert A not in groups_of(people).shown


def test_too_few_ratings_of_a_large_group_are_not_told_nor_their_sum():
    told = tell(said(a=[LOW, FULL], b=[MOST] * 3), groups_of(room(4, 3)))
    assert told == Told({A: None, B: count([MOST] * 3)}, None, None)


def test_where_all_speak_from_one_place_there_is_no_gap():
    told = tell(said(a=[LOW, MOST, FULL, FULL]), groups_of(room(4)))
    assert told.everyone == told.kinds[A] == count([LOW, MOST, FULL, FULL])
    assert apart(told) is None


def test_where_everyone_is_one_of_two_only_all_are_told_of_together():
    groups = groups_of(room(2, 2, 2))
    assert tell(said(a=[LOW, SOME], b=[MOST] * 2, c=[DUNNO] * 2), groups) == Told(
        {}, None, count([LOW, SOME, MOST, MOST, DUNNO, DUNNO])
    )
    assert tell(said(a=[LOW] * 2, b=[LOW] * 2, c=[LOW] * 2), groups) == Told({}, None, None)
    assert tell(said(a=[LOW], b=[FULL]), groups) == Told({}, None, None)


def ratings_of(size: int):
    """What a group of this size can say, with people who do not rate."""
    for rated in range(size + 1):
        yield from combinations_with_replacement((LOW, FULL, DUNNO), rated)


def given_away(sizes, tell_them=tell) -> list:
    """Prints of a room of these sizes, known to the reader, that fit only one set of words of
    a small group which has rated."""
    groups = groups_of(room(*sizes))
    fits: dict[str, list[set]] = {}
    for a, b, c in product(*map(ratings_of, sizes)):
        printed = str(tell_them(said(a=a, b=b, c=c), groups))
        sets = fits.setdefault(printed, [set(), set(), set()])
        for known, words in zip(sets, (a, b, c), strict=True):
            known.add(words)
    small = [at for at, size in enumerate(sizes) if 0 < size < SMALLEST]
    return [(p, at) for p, sets in fits.items() for at in small if len(sets[at]) == 1]


def rooms_to_try():
    """Rooms of up to eight people of three kinds, at most four of a kind, with a small group."""
    rooms = product(range(5), repeat=3)
    return [sizes for sizes in rooms if sum(sizes) <= 8 and {1, 2} & set(sizes)]


def test_no_print_of_any_small_room_gives_a_small_group_away():
    assert [sizes for sizes in rooms_to_try() if given_away(sizes)] == []


def no_blur(rated, groups):
    """As `tell`, but small groups are told of together whatever they said."""
    told = tell(rated, groups)
    mixed = [word for kind, word in rated if kind in groups.together]
    return told._replace(together=count(mixed))


def with_a_sum(rated, groups):
    """As `tell`, but the sum of all is always there."""
    return tell(rated, groups)._replace(everyone=count(word for _, word in rated))


@pytest.mark.parametrize("other_rule", [no_blur, with_a_sum])
def test_a_laxer_rule_would_give_one_away(other_rule):
    assert given_away((1, 4, 3), other_rule)
