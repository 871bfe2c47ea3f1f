"""How a name reads whatever its spelling: no case, spacing, punctuation, plural or small words."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# They do not tell one body from another, and are left out as often as not (English, Welsh).
SMALL_WORDS = frozenset({"the", "a", "an", "of", "for", "and", "in", "y", "yr"})
LONGEST_READ = 16  # words: names have fewer, and what is longer is a sentence
SHORTEST_INITIALS = 2  # letters: GP
SHORTEST_PLURAL = 3  # letters: "GPs" is a plural, "as" is none

_ACCENTS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670]")  # Latin, Greek; Arabic vowels
_JOINS = re.compile("['\u2018\u2019\u02bc.\u200c-\u200f]")  # within a word: Tenants', D.P.H.
_BRACKETS = re.compile(r"\(([^()]*)\)")


class Reading(NamedTuple):
    """The words of a name that tell, as they are compared, and the initials of all its words."""

    words: list[str]
    initials: str


def readings(name: str) -> list[Reading]:
    """Return how a name reads; with brackets, also what is before and what is in them."""
    inside = _BRACKETS.findall(name)
    ways = [name, _BRACKETS.sub(" ", name), *inside] if inside else [name]
    found = [read(way) for way in ways]
    return [each for each in found if 0 < len(each.words) <= LONGEST_READ]


def read(name: str) -> Reading:
    """Return the reading of one way of writing; where no word tells, all of them do."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name)).casefold()
    plain = _JOINS.sub("", plain.replace("&", " and "))
    parts = "".join(sign if _is_of_a_word(sign) else " " for sign in plain).split()
    telling = [part for part in parts if part not in SMALL_WORDS] or parts
    initials = "".join(part[0] for part in parts)
    return Reading([singular(part) for part in telling], singular(initials))


def singular(word: str) -> str:
    """Return the word without the ending of a plural or a possessive."""
    if word.endswith("ies") and len(word) > SHORTEST_PLURAL + 1:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith("ss") and len(word) >= SHORTEST_PLURAL:
        return word[:-1]
    return word


def same_spellings(reading: Reading) -> set[str]:
    """Return what two names that read the same have in common: their words in any order, or
    the letters without the spaces."""
    return {" ".join(sorted(reading.words)), "".join(reading.words)}


def abbreviations(reading: Reading, most: int = 8) -> Iterator[str]:
    """Yield the name with two and up to `most` neighbouring words as their initials."""
    parts = reading.words
    if len(reading.initials) >= SHORTEST_INITIALS:
        yield reading.initials
    for start in range(len(parts) - 1):
        for end in range(start + 2, min(len(parts), start + most) + 1):
            initials = singular("".join(part[0] for part in parts[start:end]))
            yield " ".join([*parts[:start], initials, *parts[end:]])


def _is_of_a_word(sign: str) -> bool:
    """Letters, the marks that other scripts write them with, and numbers."""
    return unicodedata.category(sign)[0] in "LMN"
