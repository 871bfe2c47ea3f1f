"""What may be told of the ratings of one indicator, by where people speak from.

A rating is a pair (kind of people, word). Every line counts words: {word: number}. What is
withheld is None. Nothing here adds up to a score: words are counted, never averaged.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from workshops.small_groups import SMALLEST, by_kind

IN_ORDER = ("not_at_all", "in_places", "mostly", "fully")
WORDS = (*IN_ORDER, "cannot_say")

Said = list[tuple[str, str]]
Counts = dict[str, int]


class Groups(NamedTuple):
    """Kinds that stand by themselves, those told of together only, and those that agreed."""

    shown: list[str]
    together: list[str]
    agreed: list[str]


class Told(NamedTuple):
    """The lines of one indicator. Kinds come first; `everyone` is there only if they all are,
    or where no kind can be told of by itself."""

    kinds: dict[str, Counts | None]
    together: Counts | None
    everyone: Counts | None


def groups_of(people: Iterable[tuple[str, bool]]) -> Groups:
    """Split the kinds of those in the room, each given with whether they agreed to be shown.

    It is the same rule as for who took part (see workshops/small_groups.py).
    """
    room = list(people)
    counts = Counter(kind for kind, _ in room)
    agreed = [kind for kind in counts if all(agrees for one, agrees in room if one == kind)]
    shown, together = by_kind(counts, set(agreed))
    return Groups([kind for kind in shown if counts[kind]], together, sorted(agreed))


def tell(said: Said, groups: Groups) -> Told:
    """Return what may be told, so that no small group's words follow from it.

    A kind is told of from three ratings on, or where everyone of that kind agreed. The small
    ones are told of together, with a larger one, unless all of them said the same word.
    Everyone is told of only where that tells no more than the lines before it.
    """
    kinds = {kind: line(words_of(said, [kind]), kind in groups.agreed) for kind in groups.shown}
    mixed = blurred(words_of(said, groups.together))
    if not kinds and not groups.together:
        return Told({}, None, blurred([word for _, word in said]))
    withheld = None in kinds.values() or (groups.together and mixed is None)
    return Told(kinds, mixed, None if withheld else count(word for _, word in said))


def line(words: list[str], agreed: bool) -> Counts | None:
    return count(words) if agreed or len(words) >= SMALLEST else None


def blurred(words: list[str]) -> Counts | None:
    """The words of several small groups, unless they tell what each of them said."""
    return count(words) if len(words) >= SMALLEST and len(set(words)) > 1 else None


def words_of(said: Said, kinds: list[str]) -> list[str]:
    return [word for kind, word in said if kind in kinds]


def count(words: Iterable[str]) -> Counts:
    each = list(words)
    return {word: each.count(word) for word in WORDS}


class Apart(NamedTuple):
    """The two kinds that are furthest apart on an indicator, and how far: see `apart`."""

    halves: int
    least: str
    most: str


def apart(told: Told) -> Apart | None:
    """Return the gap of an indicator: how many words lie between the middle words of the two
    kinds that are furthest apart, in half words; None unless two kinds are told of.

    It is the gap of the method's Barometer (highest middle less lowest), on words. "Cannot
    say" is outside the order. The number sorts and is shown to nobody.
    """
    middles = {kind: middle(line) for kind, line in told.kinds.items() if line}
    placed = {kind: at for kind, at in middles.items() if at is not None}
    if len(placed) < 2:
        return None
    least, most = min(placed, key=placed.__getitem__), max(placed, key=placed.__getitem__)
    return Apart(placed[most] - placed[least], least, most)


def middle(counts: Counts) -> int | None:
    """Where the middle word is in the order, in half words: 0 is the first word, 1 lies
    between the first and the second. None when nobody said a word of the order."""
    places = [at for at, word in enumerate(IN_ORDER) for _ in range(counts[word])]
    if not places:
        return None
    return places[(len(places) - 1) // 2] + places[len(places) // 2]


def widest_first(lines: list[tuple[Any, Told]]) -> list[tuple[Any, Told]]:
    """Sort indicators by their gap, the widest first; where it is alike, and where there is
    none, they stay in the order in which they came."""

    def gap(line: tuple[Any, Told]) -> int:
        found = apart(line[1])
        return -1 if found is None else found.halves

    return sorted(lines, key=gap, reverse=True)
