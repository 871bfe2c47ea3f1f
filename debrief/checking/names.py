"""Does a note name somebody? By rule, and only ever to ask: the note itself may be fine.

A name that stands alone is told as everywhere (boards/person_names.py). Within a sentence it is
a title before a name, two to four capitalised words beside each other that name nothing else,
or a name that somebody gave who took part.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from yaml import safe_load

from boards.person_names import EDGES, LISTS, is_capitalised, is_known
from boards.spelling import read

STARTERS = frozenset(safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))["starters"])
ENDS = (".", "!", "?", ":", ";", "\n")
PARTS = (*ENDS, ",", ")", "”", "…", "/")
LONGEST = 4


@dataclass(frozen=True)
class Word:
    """A word of a text; `begins` a sentence, `ends` what could be one name."""

    text: str
    begins: bool
    ends: bool


class Names:
    """Finds names of people; `people` took part, and words of `places` name none."""

    def __init__(self, people: Iterable[str], places: Iterable[str]) -> None:
        self.judged: dict[str, bool] = {}  # words come again and again; they go with this object
        self.places = {each for place in places for each in read(place).words}
        given = {word for name in people for word in name.split() if self.is_a_name(word)}
        self.people = {reads(word) for word in given if len(word) > 1}

    def in_text(self, text: str) -> list[str]:
        """Return the names in it as they are written, each once."""
        words = words_of(text)
        found = [*self.titled(words), *self.in_runs(words), *self.of_people(words)]
        whole = [each for each in found if not any(each != one and each in one for one in found)]
        return list(dict.fromkeys(whole))

    def titled(self, words: list[Word]) -> Iterator[str]:
        """Yield “Dr Okafor”, wherever it stands."""
        for before, word in pairwise(words):
            if before.text.lower().rstrip(".") in LISTS["titles"] and self.is_a_name(word.text):
                yield f"{before.text} {word.text}"

    def in_runs(self, words: list[Word]) -> Iterator[str]:
        """Yield two to four words that read like a name."""
        for run in self.runs(words):
            if run[0].begins and run[0].text.lower() in STARTERS:
                run = run[1:]
            if 2 <= len(run) <= LONGEST:
                yield " ".join(word.text for word in run)

    def runs(self, words: list[Word]) -> Iterator[list[Word]]:
        """Yield the longest runs of words that could be names."""
        run: list[Word] = []
        for word in words:
            fits = self.is_a_name(word.text)
            if fits:
                run.append(word)
            if run and (not fits or word.ends):
                yield run
                run = []
        if run:
            yield run

    def of_people(self, words: list[Word]) -> Iterator[str]:
        """Yield the names of those who took part."""
        for word in words:
            starts = word.begins and word.text.lower() in STARTERS
            if word.text[0].isupper() and not starts and reads(word.text) in self.people:
                yield word.text

    def is_a_name(self, word: str) -> bool:
        """Say whether a word could be (a part of) a name."""
        if word not in self.judged:
            fits = is_capitalised(word) and not is_known(word)
            self.judged[word] = fits and not self.places.intersection(read(word).words)
        return self.judged[word]


def reads(word: str) -> str:
    """How a word reads whatever its spelling, without an ending that says whose it is."""
    return " ".join(read(word.removesuffix("’s").removesuffix("'s")).words)


def words_of(text: str) -> list[Word]:
    """Return the words of a text in their order."""
    found, begins = [], True
    for raw in text.replace("\n", " \n ").split(" "):
        bare = raw.strip(EDGES)
        if bare and bare != "\n":
            ends = raw.endswith(PARTS) and not is_initial(raw)
            found.append(Word(bare, begins, ends))
        begins = (raw.endswith(ENDS) and not is_initial(raw)) or (begins and not bare)
    return found


def is_initial(raw: str) -> bool:
    """A letter with a full stop, or a title with one, ends no sentence."""
    bare = raw.strip(EDGES)
    return raw.endswith(".") and (len(bare) == 1 or bare.lower() in LISTS["titles"])
