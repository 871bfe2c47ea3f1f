"""Which indicators were found weakest, by where people speak from, as counts of workshops.

What a report withholds of a small group is not in its snapshot, so it cannot be counted here.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .signs import Sign, signs_of
from .tally import Tally, Told

EVERYONE = ""


@dataclass
class Rated:
    """What people of one kind said of one indicator, over all workshops that tell of it.

    `weakest` are the workshops in which no other indicator had a lower middle answer among
    these people; `words` count answers and are never turned into one number.
    """

    kind: str
    sign: Sign
    weakest: Tally = field(default_factory=Tally)
    answers: Tally = field(default_factory=Tally)
    words: Counter = field(default_factory=Counter)

    @property
    def in_words(self) -> list[tuple[str, int]]:
        """Each word that was said with its number, in the order of the scale."""
        return [(word, number) for word, number in self.words.items() if number]

    def add(self, words: list[dict[str, Any]], scale: list[str], workshop: int) -> None:
        for word in scale:
            self.words.setdefault(word, 0)
        for said in words:
            self.words[said["word"]] += said["number"]
            self.answers.add(said["number"], workshop)


def rated_in(reports: list[Told]) -> list[Rated]:
    """Each indicator by kind: everyone together comes last, indicators in the guide's order."""
    found: dict[tuple[str, Sign], Rated] = {}
    for report in reports:
        for data in report.parts("indicators"):
            if data["rating"]:
                count(found, data, report.workshop)
    order = list(dict.fromkeys(kind for kind, _ in found))
    return sorted(
        found.values(), key=lambda row: (row.kind == EVERYONE, order.index(row.kind), row.sign)
    )


def count(found: dict[tuple[str, Sign], Rated], data: dict[str, Any], workshop: int) -> None:
    """Count one rating: what each kind said of each indicator, and which came out weakest."""
    scale, signs = data["rating"]["scale"], signs_of(data["indicators"])
    by_kind: dict[str, dict[Sign, int]] = {}
    for told in data["rating"]["told"]:
        for kind, words in lines(told):
            sign = signs[told["number"]]
            row = found.setdefault((kind, sign), Rated(kind, sign))
            row.add(words, scale, workshop)
            place = middle(words, scale)
            if place is not None:
                middles = by_kind.setdefault(kind, {})
                middles[sign] = min(place, middles.get(sign, place))
    for kind, middles in by_kind.items():
        for sign in weakest(middles):
            found[kind, sign].weakest.add(1, workshop)


def lines(told: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The lines of one indicator that are told, by kind; everyone's comes last."""
    every = [(each["kind"], each["words"]) for each in told["kinds"]]
    return [(kind, words) for kind, words in [*every, (EVERYONE, told["everyone"])] if words]


def middle(words: list[dict[str, Any]], scale: list[str]) -> int | None:
    """Where the middle answer lies, in half steps of the scale; "Cannot say" is outside it."""
    counts = {said["word"]: said["number"] for said in words}
    places = [at for at, word in enumerate(scale) for _ in range(counts.get(word, 0))]
    return places[(len(places) - 1) // 2] + places[len(places) // 2] if places else None


def weakest(middles: dict[Sign, int]) -> list[Sign]:
    """Those with the lowest middle answer; none where all of them are alike."""
    lowest = min(middles.values())
    found = [sign for sign, place in middles.items() if place == lowest]
    return found if len(found) < len(middles) else []
