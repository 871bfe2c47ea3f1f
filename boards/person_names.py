"""Does this look like the name of a private person? By rule, and only ever to ask.

A stakeholder is an organisation, a role or a group (domain brief 2.2). Names of places and of
organisations are capitalised too, so whatever holds a word of the lists beside this file passes.
It is better to miss a name than to ask about “Citizens Advice”. The same rule in the
browser, static/js/board/person.js, gets the lists from the page; a test asks both.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from yaml import safe_load

LISTS: dict[str, list[str]] = safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
EDGES = ".,;:!?()[]\"“”‘’'…"


def looks_like_a_person(text: str) -> bool:
    """Say whether to ask: a courtesy title before a name, or two or three capitalised words."""
    words = [bare for bare in (word.strip(EDGES) for word in text.split()) if bare]
    return has_titled_name(words) or is_name(words)


def has_titled_name(words: Sequence[str]) -> bool:
    """“Dr Okafor” wherever it stands; “Dr” alone and “Councillor for housing” are roles."""
    return any(
        before.lower() in LISTS["titles"] and is_capitalised(word) and not is_known(word)
        for before, word in pairwise(words)
    )


def is_name(words: Sequence[str]) -> bool:
    """Two or three capitalised words, beside particles, none of which names anything else."""
    if any(is_known(word) for word in words):
        return False
    named = [word for word in words if word not in LISTS["particles"]]
    return 2 <= len(named) <= 3 and all(is_capitalised(word) for word in named)


def is_capitalised(word: str) -> bool:
    """A capital first, then letters of which one is small; an initial. “GP” and “A1” are not."""
    letters = word.replace("-", "").replace("’", "").replace("'", "")
    if not letters.isalpha() or not word[0].isupper() or word.endswith(("’s", "'s")):
        return False
    return len(letters) == 1 or letters != letters.upper()


def is_known(word: str) -> bool:
    """A word of the lists, alone or as a part of one with hyphens, or one that ends as they do."""
    parts = word.lower().replace("’", "'").removesuffix("'s").rstrip("'").split("-")
    return any(part in LISTS["words"] or part.endswith(tuple(LISTS["endings"])) for part in parts)
