"""Whatever is adopted, merged, parked and taken apart in whatever order: no word is lost, each
is where its indicator is, and once all stand by themselves again each is where it was written."""

import random

import pytest

from boards.models import Cluster, Deed
from indicators.models import Addition, Carried, Indicator
from workshops.refusals import Conflict

from .adding import adopted, board_of, suggest, where, write_for

TURNS = 10


@pytest.fixture
def room(room):
    """The room agrees on proxies, where both boards have columns."""
    room.go_to("indicators_proxies")
    return room


def merge(room, addition, into):
    addition.refresh_from_db()
    addition.merge(room.grace, addition.decision, into)


def test_a_proxy_goes_along_and_comes_back(room, sam, joan):
    addition = adopted(room, sam)
    proxy = write_for(room, joan, addition.indicator.key, "A budget with two names.", "proxies")
    merge(room, addition, "shared_responsibility")
    assert where(proxy) == "shared_responsibility"
    addition.adopt(room.grace, "merged")
    assert where(proxy) == addition.indicator.key
    assert proxy.text == "A budget with two names."
    assert not Carried.objects.exists()


def test_a_proxy_that_was_being_written_meanwhile_lands_where_the_indicator_is(room, sam, joan):
    addition = adopted(room, sam)
    key = addition.indicator.key
    merge(room, addition, "shared_responsibility")
    assert where(write_for(room, joan, key, "A budget with two names.", "proxies")) == (
        "shared_responsibility"
    )


def test_it_comes_back_to_the_indicator_it_was_meant_for(room, sam, joan):
    addition = adopted(room, sam)
    write_for(room, sam, addition.indicator.key, "Two names.", "proxies")
    merge(room, addition, "shared_responsibility")
    late = write_for(room, joan, addition.indicator.key, "One more.", "proxies")
    addition.adopt(room.grace, "merged")
    assert where(late) == addition.indicator.key


def test_who_changes_a_proxy_while_it_goes_along_saves_it_where_it_is(room, sam, joan):
    addition = adopted(room, sam)
    proxy = write_for(room, joan, addition.indicator.key, "A budget.", "proxies")
    merge(room, addition, "shared_responsibility")
    proxy.refresh_from_db()
    proxy.proxy.change(joan, "A joint budget.", 1, {"kind": "artefact"})
    assert where(proxy) == "shared_responsibility"
    assert proxy.text == "A joint budget."


def test_who_moved_it_on_by_hand_has_the_last_word(room, sam, joan):
    addition = adopted(room, sam)
    note = write_for(room, joan, addition.indicator.key, "A budget.", "proxies")
    merge(room, addition, "shared_responsibility")
    note.refresh_from_db()
    note.move(room.grace, "clear_outcomes", note.version)
    addition.adopt(room.grace, "merged")
    assert where(note) == "clear_outcomes"


def test_what_was_hidden_goes_along_too(room, sam, joan):
    addition = adopted(room, sam)
    note = write_for(room, joan, addition.indicator.key, "A name.", "proxies")
    note.hide(room.grace, "Holds a name.")
    merge(room, addition, "shared_responsibility")
    note.restore(room.grace)
    assert where(note) == "shared_responsibility"


def test_a_group_goes_along_as_a_whole_and_comes_back(room, sam, joan):
    addition = adopted(room, sam)
    notes = [write_for(room, joan, addition.indicator.key, text, "proxies") for text in "ab"]
    group = Cluster.gather(notes, "Money", Cluster().pk)
    merge(room, addition, "shared_responsibility")
    group.refresh_from_db()
    assert group.column.key == "shared_responsibility"
    addition.adopt(room.grace, "merged")
    group.refresh_from_db()
    assert group.column.key == addition.indicator.key
    assert group.notes.count() == 2


def test_what_was_moved_before_the_merge_is_not_put_back_into_a_column_that_went(room, sam, joan):
    addition = adopted(room, sam)
    note = write_for(room, joan, addition.indicator.key, "A budget.", "proxies")
    note.move(joan, "clear_outcomes", note.version)
    merge(room, addition, "shared_responsibility")
    with pytest.raises(Conflict):
        Deed.find(joan).undo(joan)
    assert where(note) == "clear_outcomes"


def home_of(addition):
    addition.refresh_from_db()
    return addition.indicator.key


def test_everyone_sees_the_note_where_it_went(room, sam, joan):
    addition = adopted(room, sam)
    note = write_for(room, joan, addition.indicator.key, "A budget.", "proxies")
    merge(room, addition, "shared_responsibility")
    column = board_of(room, "proxies").columns.get(key="shared_responsibility")
    assert room.change(note.live_key).into == column.live_key


class Group:
    """Four added indicators, each with a note and a proxy, and what a group does with them."""

    def __init__(self, room, by, seed):
        self.room, self.by, self.dice = room, by, random.Random(seed)
        self.additions = [adopted(room, by, f"Sign {number}") for number in range(4)]
        self.notes = {
            write_for(room, by, home_of(each), f"{each} {about}", about): home_of(each)
            for each in self.additions
            for about in ("indicators", "proxies")
        }
        self.said = {note.pk: (note.text, note.state) for note in self.notes}

    def decide(self):
        addition = self.dice.choice(self.additions)
        addition.refresh_from_db()
        act = self.dice.choice(["adopt", "merge", "merge", "park", "reopen"])
        if act != "merge":
            return getattr(addition, act)(self.room.grace, addition.decision)
        targets = Indicator.of(self.room.session.workshop).in_use()
        into = self.dice.choice([each for each in targets if each.pk != addition.indicator_id])
        return merge(self.room, addition, into.key)

    def must_be_whole(self):
        workshop = self.room.session.workshop
        for note, home in self.notes.items():
            assert where(note) == Indicator.named(workshop, home).key
            assert (note.text, note.state) == self.said[note.pk]

    def all_stand_again(self):
        for addition in Addition.objects.of(self.room.session.workshop):
            if addition.decision != "adopted":
                addition.adopt(self.room.grace, addition.decision)


@pytest.mark.parametrize("seed", range(3))
def test_in_any_order_nothing_is_lost(room, sam, seed):
    group = Group(room, sam, seed)
    for _turn in range(TURNS):
        group.decide()
        group.must_be_whole()
    group.all_stand_again()
    assert all(where(note) == home for note, home in group.notes.items())
    assert not Carried.objects.exists()


def test_a_suggestion_that_was_never_adopted_takes_nothing_along(room, sam, joan):
    addition = suggest(room, sam)
    note = write_for(room, joan, "clear_outcomes", "A budget.", "proxies")
    addition.merge(room.grace, "proposed", "shared_responsibility")
    assert where(note) == "clear_outcomes"
