"""Whatever happens, in any order: everyone is in a pair, every indicator in use with one."""

import random

import pytest

from indicators.models import Indicator, Pair, Seat
from indicators.sharing.settling import settle
from indicators.sharing.who_has_what import pairs_of, table_of, tables_of

from .test_share_out_the_indicators import KINDS, come, in_use, must_be_whole

TURNS = 20


class Chance:
    """One thing after the other happens in a room, by chance."""

    def __init__(self, room, seed):
        self.room, self.session, self.dice = room, room.session, random.Random(seed)
        self.people = come(room, self.dice.randint(2, 20))

    def someone_comes(self):
        self.people.append(self.room.join("New", self.dice.choice(KINDS)))

    def someone_goes(self):
        if len(self.people) > 1:
            self.room.remove(self.people.pop(self.dice.randrange(len(self.people))))

    def someone_joins_another_pair(self):
        self.seat().move_to(self.dice.choice(pairs_of(self.session)))

    def someone_changes_tables(self):
        if tables_of(self.session):
            self.seat().move_to_table(self.dice.randint(1, 4))

    def tables_are_made(self):
        if len(self.people) > 8:
            Seat.make_tables(self.session)

    def all_sit_together(self):
        Seat.one_table(self.session)

    def an_indicator_is_set_aside(self):
        if len(in_use(self.room)) > 1:
            self.say(self.dice.choice(in_use(self.room)), "Not ours.")

    def an_indicator_comes_back(self):
        self.say(self.dice.choice(list(Indicator.of(self.session.workshop))), "")

    def seat(self):
        return Seat.objects.get(participant=self.dice.choice(self.people).participant)

    def say(self, indicator, reason):
        with self.session.lock():
            Indicator.objects.filter(pk=indicator.pk).update(set_aside_because=reason)
            settle(self.session)


ACTS = [name for name, act in vars(Chance).items() if "_" in name.strip("_") and callable(act)]


@pytest.mark.parametrize("seed", range(4))
def test_no_indicator_is_ever_without_a_pair(room, seed):
    chance = Chance(room, seed)
    Pair.make(room.session)
    for _turn in range(TURNS):
        getattr(chance, chance.dice.choice(ACTS))()
        must_be_whole(room)
        tables = {table_of(each.participant) for each in chance.people}
        assert {pair.table for pair in pairs_of(room.session)} == tables
