"""Votes, marks and second kinds: stakeholders merged in any order and taken apart again."""

from contextlib import suppress
from random import Random

import pytest

from boards.ballots import Ballots
from boards.models import Note, Poll
from stakeholders.models import Stakeholder
from workshops.refusals import Refused

KEY = "stakeholders_key"
KINDS = ["national_government", "local_government", "users_citizens"]


def told(stakeholder: Stakeholder) -> tuple:
    """What everyone reads of it."""
    each = Stakeholder.objects.get(pk=stakeholder.pk)
    return each.is_key, each.is_not_in_the_room, each.is_most_affected, each.asked_by, each.also_in


def votes(poll: Poll) -> tuple:
    """How many each note has, and what everyone has left."""
    ballots = Ballots(poll)
    people = poll.board.session.participants.values_list("pk", flat=True)
    return ballots.counts(), {person: ballots.of(person).left for person in people}


def say_things(dice: Random, room, poll: Poll, all_of_them: list[Stakeholder], people) -> None:
    for person in people:
        for each in dice.sample(all_of_them, 3):
            poll.vote(person, each.note)
    for each in dice.sample(all_of_them, 3):
        each.mark(room.grace, dice.choice(["key", "not_in_the_room", "most_affected"]), True)
        each.say_who_asks(room.grace, f"Desk {dice.randrange(9)}")
        with suppress(Refused):  # its own kind
            each.also(room.grace, dice.choice(KINDS))


@pytest.mark.parametrize("seed", range(3))
def test_taking_everything_apart_gives_back_votes_marks_and_kinds(room, sam, joan, seed):
    dice, people = Random(seed), [sam, joan, room.person("Ann")]
    named = [room.name(sam, f"Name {number}", dice.choice(KINDS)) for number in range(6)]
    room.go_to(KEY)
    poll = Poll.objects.get(key=KEY)
    say_things(dice, room, poll, named, people)
    before = votes(poll), [told(each) for each in named]

    changed = False
    for _each in range(8):
        one, other = (Note.objects.get(pk=each.note.pk) for each in dice.sample(named, 2))
        with suppress(Refused):
            one.merge(room.grace, other, one.version)
        changed |= (votes(poll), [told(each) for each in named]) != before
    assert changed
    for each in dice.sample(named, len(named)):
        Note.objects.get(pk=each.note.pk).unmerge(room.grace)

    assert (votes(poll), [told(each) for each in named]) == before
