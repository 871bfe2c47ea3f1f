"""What the indicators made of the first responses, worked out from plain data.

It says what can be counted and no more. What the group says of each action are its marks,
which may disagree: neither corrects the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .answers import Answer, firsts_behind


class Change(StrEnum):
    """What can be so of one action; what is there in both may be several of the middle three."""

    KEPT = "kept"
    REWORDED = "reworded"
    MOVED = "moved"  # in time
    REOWNED = "reowned"
    ADDED = "added"
    DROPPED = "dropped"
    UNTOLD = "untold"  # what it was made of is gone: taken back or hidden
    UNCOMPARED = "uncompared"  # only one of the two rounds says anything about its question


@dataclass(frozen=True)
class Line:
    """One action: what it was `before`, what it is `after`, and what that makes.

    `also_before` are the other first responses that it stands for.
    """

    changes: tuple[Change, ...]
    before: Answer | None = None
    after: Answer | None = None
    also_before: tuple[Answer, ...] = ()

    @property
    def answer(self) -> Answer:
        """The action as it is now, else as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def befores(self) -> tuple[Answer, ...]:
        return (self.before, *self.also_before) if self.before else ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """The keys of the indicators behind it."""
        return self.answer.indicators


@dataclass(frozen=True)
class Difference:
    """Every action once: the responses in their order, then what none of them takes up."""

    lines: tuple[Line, ...]

    def at(self, level: str) -> "Difference":
        """The difference on one level; what was dropped counts where it was."""
        return Difference(tuple(line for line in self.lines if line.answer.level == level))

    def of(self, change: Change) -> list[Line]:
        return [line for line in self.lines if change in line.changes]

    def count(self, change: Change) -> int:
        return len(self.of(change))

    @property
    def counts(self) -> dict[str, int]:
        """How often each change is so, by its key."""
        return {change.value: self.count(change) for change in Change}

    @property
    def is_told(self) -> bool:
        """Say whether anything could be compared."""
        return any(line.changes != (Change.UNCOMPARED,) for line in self.lines)

    @property
    def is_none(self) -> bool:
        """Say whether the indicators changed nothing: a valid result."""
        known = {change for line in self.lines for change in line.changes}
        return Change.KEPT in known and known <= {Change.KEPT, Change.UNCOMPARED}


def compare(firsts: Sequence[Answer], responses: Sequence[Answer]) -> Difference:
    """Return what became of the first responses, and where the others come from.

    Those that are gone are given too: they get no line, but lead on to what they were made
    of. What only one of the rounds was asked is not compared: nobody dropped or added it.
    """
    origins = {each.id: origins_of(each, firsts, responses) for each in responses}
    standing = [each for each in responses if not each.gone]
    again = {each.asked for each in standing}
    at_first = {each.asked for each in firsts}
    taken_up = {one.id for each in standing for one in origins[each.id]}
    lines = [line_of(each, origins[each.id], each.asked in at_first) for each in standing]
    left = [each for each in firsts if not each.gone and each.id not in taken_up]
    return Difference((*lines, *(line_left(each, each.asked in again) for each in left)))


def origins_of(
    answer: Answer, firsts: Sequence[Answer], responses: Sequence[Answer]
) -> list[Answer]:
    """The first responses that an answer keeps or changes.

    Where it says of none, those that say the same on its level: nobody had to link them.
    """
    by_id = {each.id: each for each in firsts}
    known = by_id | {each.id: each for each in responses}
    linked = [by_id[each] for each in firsts_behind(answer, known, by_id.keys())]
    return linked or [
        each
        for each in firsts
        if each.asked == answer.asked and not each.gone and each.says_the_same_as(answer)
    ]


def line_of(after: Answer, origins: list[Answer], was_asked: bool) -> Line:
    """The line of a response: compared with the nearest of its origins that can be told of."""
    told = [each for each in origins if not each.gone]
    if not told:
        alone = Change.ADDED if was_asked else Change.UNCOMPARED
        return Line((Change.UNTOLD if origins else alone,), after=after)
    nearest = min(told, key=lambda each: len(changes(each, after)))
    others = tuple(each for each in told if each != nearest)
    return Line(changes(nearest, after) or (Change.KEPT,), nearest, after, others)


def line_left(before: Answer, was_asked_again: bool) -> Line:
    """The line of a first response that no other takes up."""
    change = Change.DROPPED if was_asked_again else Change.UNCOMPARED
    return Line((change,), before=before)


def changes(before: Answer, after: Answer) -> tuple[Change, ...]:
    """What differs between an action and itself later."""
    asked = [
        (Change.REWORDED, not before.says_the_same_as(after)),
        (Change.MOVED, before.horizon != after.horizon),
        (Change.REOWNED, before.is_owned_apart_from(after)),
    ]
    return tuple(change for change, is_so in asked if is_so)
