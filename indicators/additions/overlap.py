"""Which indicators say much the same as a proposed one. It only ever leads to a question.

By rule: two overlap when their labels have a word of substance in common, or when label and
description together have two. Words that any sign of a healthy system could use do not count.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA
from yaml import safe_load

LISTS: dict[str, list[str]] = safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
PLAIN = frozenset(LISTS["plain"])
SHORTEST = 4  # letters of a word that is compared
SHORTEST_WITH_A_SLIP = 7  # letters: shorter words are too close to each other
STEM = 0.6  # of the longer of two words, which the same beginning makes one: learn, learning
ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
ENOUGH_IN_ALL = 2
MOST = 3  # that are pointed out


class Sign(NamedTuple):
    """What is compared of an indicator or a proposal; `number` is None for a proposal."""

    key: str
    number: int | None
    label: str
    description: str


class Overlap(NamedTuple):
    """`sign` may say the same, since both speak of `words`."""

    sign: Sign
    words: list[str]


def overlaps(label: str, description: str, others: Iterable[Sign]) -> list[Overlap]:
    """Return the few of `others` that say most of the same, the closest first."""
    found = [each for other in others if (each := overlap(label, description, other))]
    return sorted(found, key=lambda each: -len(each.words))[:MOST]


def overlap(label: str, description: str, other: Sign) -> Overlap | None:
    """Say what a proposal has in common with another sign; None when that is too little."""
    in_labels = list(common(label, other.label))
    in_all = list(common(f"{label} {description}", f"{other.label} {other.description}"))
    words = list(dict.fromkeys([*in_labels, *in_all]))
    return Overlap(other, words) if in_labels or len(in_all) >= ENOUGH_IN_ALL else None


def common(one: str, other: str) -> Iterator[str]:
    """Yield the words of `one` that `other` has too, in whatever form."""
    seen: set[str] = set()
    for word, twin in product(words_of(one), words_of(other)):
        if is_same(word, twin) and not any(is_same(word, each) for each in seen):
            seen.add(word)
            yield word


def words_of(text: str) -> list[str]:
    """The words of substance in a text, each once."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and not is_plain(word)]


def is_plain(word: str) -> bool:
    """Say whether a word says nothing of what an indicator is about."""
    return word in PLAIN or stem(word) in PLAIN


def is_same(one: str, other: str) -> bool:
    """Say whether two words are forms of one, or a slip of spelling apart."""
    if one == other or stem(one) == stem(other):
        return True
    begins = len(one) if other.startswith(one) else len(other) if one.startswith(other) else 0
    if begins >= SHORTEST and begins >= STEM * max(len(one), len(other)):
        return True
    return min(len(one), len(other)) >= SHORTEST_WITH_A_SLIP and OSA.distance(one, other) <= 1


def stem(word: str) -> str:
    """A word without its ending, where enough is left of it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word.removesuffix("e")
