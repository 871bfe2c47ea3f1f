"""What people would do, as plain data: first without the indicators, then with them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """One response, by itself or standing for those merged into it.

    `level` and `horizon` are keys, `owner` an organisation or a role or nothing. `indicators`
    are the keys of those that call for it. `instead_of` are the ids of what it keeps or
    changes: first responses, or responses that go back to some. `story` is what it answers.
    An answer is `gone` once its words were taken back or hidden: nothing is told of it, yet
    what was built on it still goes back to it.
    """

    id: str
    text: str
    level: str
    horizon: str
    owner: str = ""
    indicators: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    story: str = ""
    gone: bool = False

    @property
    def asked(self) -> tuple[str, str]:
        """The question it answers: what this level of government would do in this story."""
        return self.story, self.level

    def says_the_same_as(self, other: "Answer") -> bool:
        return plain(self.text) == plain(other.text)

    def is_owned_apart_from(self, other: "Answer") -> bool:
        """Say whether another level does it, or another owner: of two that are named."""
        mine, theirs = plain(self.owner), plain(other.owner)
        return self.level != other.level or bool(mine and theirs and mine != theirs)


def plain(text: str) -> str:
    """The words of a text without what nobody would call a change: capitals, a full stop."""
    return " ".join(text.casefold().split()).rstrip(" .!;,")


def firsts_behind(
    answer: Answer, known: Mapping[str, Answer], firsts: Collection[str]
) -> Iterator[str]:
    """Give the ids of the first responses that an answer goes back to, the nearest first.

    It may do so by way of others, gone or not; a ring of them leads nowhere.
    """
    seen, ways = {answer.id}, list(answer.instead_of)
    while ways:
        each = ways.pop(0)
        if each in seen or each not in known:
            continue
        seen.add(each)
        if each in firsts:
            yield each
        else:
            ways.extend(known[each].instead_of)
