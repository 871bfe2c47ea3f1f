from collections import Counter
from itertools import cycle

import pytest

from indicators.models import Pair, Seat
from indicators.sharing.dealing import table_sizes
from indicators.sharing.who_has_what import pairs_of, table_of, tables_of
from workshops.refusals import NotFit

KINDS = ["local_government", "national_government", "service_delivery_partners", "users_citizens"]


def come(room, number):
    return [room.join(f"Person {n}", kind) for n, kind in zip(range(number), cycle(KINDS))]


def seat_of(person):
    return Seat.objects.get(participant=person.participant)


def test_every_table_has_five_to_eight():
    for people in range(10, 200):
        assert sum(table_sizes(people)) == people
        assert 5 <= min(table_sizes(people)) <= max(table_sizes(people)) <= 8


def test_up_to_eight_are_one_table_and_nine_are_five_and_four():
    assert table_sizes(8) == [8]
    assert table_sizes(9) == [5, 4]


def test_everyone_is_seated_and_each_table_hears_every_kind(room):
    come(room, 18)
    Seat.make_tables(room.session)
    tables = tables_of(room.session)
    assert [len(table.people) for table in tables] == [6, 6, 6]
    for table in tables:
        assert set(Counter(person.category for person in table.people)) == set(KINDS)


def test_eight_people_need_no_tables(room):
    come(room, 8)
    with pytest.raises(NotFit):
        Seat.make_tables(room.session)
    assert tables_of(room.session) == []


def test_pairs_are_made_within_tables_and_the_indicators_shared_among_all(room):
    come(room, 12)
    Seat.make_tables(room.session)
    Pair.make(room.session)
    pairs = pairs_of(room.session)
    for pair in pairs:
        assert {table_of(person) for person in pair.people} == {pair.table}
    assert len([each for pair in pairs for each in pair.indicators]) == 10


def test_pairs_that_were_there_are_made_anew_within_the_tables(room):
    come(room, 12)
    Pair.make(room.session)
    Seat.make_tables(room.session)
    assert {pair.table for pair in pairs_of(room.session)} == {1, 2}


def test_whoever_comes_late_sits_at_the_smallest_table(room):
    people = come(room, 11)
    Seat.make_tables(room.session)
    smaller = min(tables_of(room.session), key=lambda table: len(table.people)).number
    late = room.join("Late")
    assert table_of(late.participant) == smaller
    assert len(people) == 11


def test_a_person_who_changes_tables_works_with_a_pair_there(room):
    people = come(room, 12)
    Seat.make_tables(room.session)
    Pair.make(room.session)
    mover = people[0]
    to = 3 - table_of(mover.participant)
    seat_of(mover).move_to_table(to)
    [pair] = [each for each in pairs_of(room.session) if mover.participant in each.people]
    assert pair.table == to == table_of(mover.participant)


def test_a_table_that_everyone_has_left_is_none_and_its_indicators_go_to_the_others(room):
    come(room, 10)
    Seat.make_tables(room.session)
    Pair.make(room.session)
    for person in tables_of(room.session)[0].people:
        Seat.objects.get(participant=person).move_to_table(2)
    assert [table.number for table in tables_of(room.session)] == [2]
    pairs = pairs_of(room.session)
    assert {pair.table for pair in pairs} == {2}
    assert len({each for pair in pairs for each in pair.indicators}) == 10


def test_nobody_moves_to_a_table_while_all_sit_together(room):
    [one, *_others] = come(room, 10)
    Pair.make(room.session)
    with pytest.raises(NotFit):
        seat_of(one).move_to_table(2)


def test_all_sit_together_again_and_the_pairs_stay(room):
    come(room, 10)
    Seat.make_tables(room.session)
    Pair.make(room.session)
    before = [[p.pk for p in pair.people] for pair in pairs_of(room.session)]
    Seat.one_table(room.session)
    assert tables_of(room.session) == []
    assert [[p.pk for p in pair.people] for pair in pairs_of(room.session)] == before
