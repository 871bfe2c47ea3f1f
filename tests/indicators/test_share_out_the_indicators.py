from itertools import cycle

import pytest

from indicators.models import Indicator, Pair, Seat, Share
from indicators.sharing.who_has_what import pairs_of, share_of
from workshops.refusals import Conflict, NotFit

KINDS = ["local_government", "national_government", "service_delivery_partners", "users_citizens"]


def come(room, number, kinds=KINDS):
    return [room.join(f"Person {n}", kind) for n, kind in zip(range(number), cycle(kinds))]


def in_use(room):
    return list(Indicator.of(room.session.workshop).in_use())


def keys(indicators):
    return [each.key for each in indicators]


def must_be_whole(room):
    """Everyone here is in one pair, and each indicator in use with at least one."""
    pairs = pairs_of(room.session)
    people = [person for pair in pairs for person in pair.people]
    assert sorted(p.pk for p in people) == sorted(p.pk for p in room.session.people_here())
    assert all(pair.people and pair.indicators for pair in pairs)
    assert {each for pair in pairs for each in pair.indicators} == (
        set(in_use(room)) if pairs else set()
    )


def test_eight_people_are_four_pairs_of_two_kinds_each_with_a_share_in_order(room):
    come(room, 8)
    Pair.make(room.session)
    pairs = pairs_of(room.session)
    assert [len(pair.people) for pair in pairs] == [2, 2, 2, 2]
    assert all(len({person.category for person in pair.people}) == 2 for pair in pairs)
    assert [key for pair in pairs for key in keys(pair.indicators)] == keys(in_use(room))
    assert [len(pair.indicators) for pair in pairs] == [2, 3, 2, 3]


def test_of_seven_people_three_work_together(room):
    come(room, 7)
    Pair.make(room.session)
    assert sorted(len(pair.people) for pair in pairs_of(room.session)) == [2, 2, 3]


def test_one_person_alone_has_all_the_indicators(room):
    [alone] = come(room, 1)
    Pair.make(room.session)
    assert keys(share_of(room.session, alone.participant)) == keys(in_use(room))


def test_without_people_there_are_no_pairs(room):
    with pytest.raises(NotFit):
        Pair.make(room.session)


def test_making_the_pairs_twice_makes_them_once(room):
    come(room, 8)
    Pair.make(room.session)
    before = [[p.pk for p in pair.people] for pair in pairs_of(room.session)]
    Pair.make(room.session)
    assert [[p.pk for p in pair.people] for pair in pairs_of(room.session)] == before


def test_made_anew_the_pairs_are_whole_again(room):
    come(room, 7)
    Pair.make(room.session)
    Pair.make(room.session, anew=True)
    must_be_whole(room)
    assert [pair.number for pair in pairs_of(room.session)] == [1, 2, 3]


def test_more_pairs_than_indicators_help_each_other(room):
    come(room, 26)
    Pair.make(room.session)
    must_be_whole(room)
    assert {len(pair.indicators) for pair in pairs_of(room.session)} == {1}


def test_whoever_comes_late_joins_a_pair(room):
    come(room, 4)
    Pair.make(room.session)
    late = room.join("Late")
    assert share_of(room.session, late.participant) != []
    must_be_whole(room)


def test_who_was_removed_leaves_the_pair_and_its_indicators_find_another(room):
    people = come(room, 4)
    Pair.make(room.session)
    for person in pairs_of(room.session)[0].people:
        room.remove(next(each for each in people if each.participant == person))
    must_be_whole(room)
    assert len(pairs_of(room.session)) == 1


def test_an_indicator_moves_to_another_pair_with_one_press(room):
    come(room, 4)
    Pair.make(room.session)
    one, other = pairs_of(room.session)
    other.take(one.indicators[0])
    moved = pairs_of(room.session)
    assert keys(moved[0].indicators) == keys(one.indicators)[1:]
    assert keys(moved[1].indicators) == keys([one.indicators[0], *other.indicators])


def test_a_pair_that_was_made_anew_takes_nothing(room):
    come(room, 4)
    Pair.make(room.session)
    stale = pairs_of(room.session)[0]
    Pair.make(room.session, anew=True)
    with pytest.raises(Conflict):
        stale.take(in_use(room)[0])


def test_a_person_moves_to_another_pair(room):
    people = come(room, 4)
    Pair.make(room.session)
    one, other = pairs_of(room.session)
    Seat.objects.get(participant=one.people[0]).move_to(other)
    assert [len(pair.people) for pair in pairs_of(room.session)] == [1, 3]
    assert keys(share_of(room.session, one.people[0])) == keys(other.indicators)
    assert len(people) == 4


def test_the_last_of_a_pair_takes_nothing_along_and_leaves_no_gap(room):
    come(room, 4)
    Pair.make(room.session)
    one, other = pairs_of(room.session)
    for person in one.people:
        Seat.objects.get(participant=person).move_to(other)
    must_be_whole(room)
    assert len(pairs_of(room.session)) == 1


def test_what_was_set_aside_leaves_the_shares_and_comes_back_into_them(room):
    come(room, 4)
    Pair.make(room.session)
    aside = in_use(room)[3]
    aside.set_aside(room.grace, "Not ours.")
    assert not Share.objects.filter(indicator=aside).exists()
    aside.bring_back(room.grace)
    must_be_whole(room)


def test_who_sat_where_is_forgotten_when_the_session_ends(room):
    come(room, 4)
    Pair.make(room.session)
    room.session.end(room.grace.facilitator)
    assert not Seat.objects.exists()
    assert Share.objects.exists()
