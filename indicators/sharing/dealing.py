"""How people are put together and how work is dealt out: plain lists, nothing of rows."""

from collections.abc import Callable, Hashable, Sequence
from itertools import groupby, pairwise
from random import SystemRandom
from typing import TypeVar

T = TypeVar("T")
Kind = Callable[[T], Hashable]

SEATS = 8  # at one table, at most
TWO = 2


def table_sizes(people: int) -> list[int]:
    """How many sit at each table: 5 to 8 of them (domain brief 5.7), as even as can be.

    Up to eight are one table. Nine make 5 and 4, the one number that cannot be divided so.
    """
    tables = max(1, -(-people // SEATS))
    return [people // tables + (place < people % tables) for place in range(tables)]


def tables(people: Sequence[T], kind: Kind) -> list[list[T]]:
    """Seat everyone, each kind spread over the tables as evenly as can be."""
    number = len(table_sizes(len(people)))
    by_kind = _the_largest_first(people, kind)
    return [by_kind[place::number] for place in range(number)]


def pairs(people: Sequence[T], kind: Kind) -> list[list[T]]:
    """Put people together by two, one three where they are odd, unlike kinds where there are.

    In a list by kind, the largest first, the two who are half its length apart are of one
    kind only if more than half of all are.
    """
    by_kind = _the_largest_first(people, kind)
    odd = by_kind[: len(by_kind) % TWO]
    rest = by_kind[len(odd) :]
    half = len(rest) // TWO
    found = [list(two) for two in zip(rest[:half], rest[half:], strict=True)]
    if not odd or not found:
        return [odd] if odd else found
    unlike = [two for two in found if kind(odd[0]) not in map(kind, two)]
    next(iter(unlike or found)).extend(odd)
    return found


def shares(things: Sequence[T], hands: int) -> list[list[T]]:
    """Deal things out in order, as evenly as can be.

    Nothing is left over, and nobody goes without: where there are more hands than things,
    several hold the same one.
    """
    if not things:
        return [[] for _hand in range(hands)]
    if hands > len(things):
        return [[things[hand * len(things) // hands]] for hand in range(hands)]
    ends = [hand * len(things) // hands for hand in range(hands + 1)]
    return [list(things[begin:end]) for begin, end in pairwise(ends)]


def _the_largest_first(people: Sequence[T], kind: Kind) -> list[T]:
    """Everyone by kind, in no order within one: made anew, it comes out otherwise."""
    shuffled = list(people)
    SystemRandom().shuffle(shuffled)
    shuffled.sort(key=lambda one: str(kind(one)))
    kinds = [list(each) for _kind, each in groupby(shuffled, kind)]
    return [one for each in sorted(kinds, key=len, reverse=True) for one in each]
