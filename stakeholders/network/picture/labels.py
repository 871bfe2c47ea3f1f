"""Names in lines that fit a box: balanced, shortened with an ellipsis where they are too long."""

import unicodedata
from collections.abc import Iterator

from .metrics import width

LABEL, KIND = 16, 14  # font sizes in pixels
WIDEST, MOST_LINES = 168, 3
ELLIPSIS = "…"


def lines_of(text: str) -> list[str]:
    """The label in at most three lines, none wider than a box takes, as even as they will go."""
    lines = wrapped(text, WIDEST)
    if len(lines) > MOST_LINES:
        return [*lines[: MOST_LINES - 1], shortened(" ".join(lines[MOST_LINES - 1 :]))]
    for narrower in range(WIDEST // 2, WIDEST, 4):
        balanced = wrapped(text, narrower)
        if len(balanced) == len(lines) and not is_torn(text, balanced):
            return balanced
    return lines


def wrapped(text: str, room: float) -> list[str]:
    """Break between words; a word that is wider than a line breaks inside."""
    lines: list[str] = [""]
    for word in pieces(text, room):
        longer = f"{lines[-1]} {word}".strip()
        if wide(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def pieces(text: str, room: float) -> Iterator[str]:
    """Words, those that are too long in pieces."""
    for word in text.split():
        piece = ""
        for sign in word:
            if wide(piece + sign) > room and not unicodedata.combining(sign):
                yield piece
                piece = ""
            piece += sign
        yield piece


def shortened(line: str) -> str:
    """As much of it as fits, with an ellipsis."""
    kept = line
    while wide(kept + ELLIPSIS) > WIDEST or unicodedata.combining(line[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def is_torn(text: str, lines: list[str]) -> bool:
    """Whether a word was broken inside."""
    return " ".join(lines) != " ".join(text.split())


def wide(line: str) -> float:
    return width(line, LABEL, 700)


def runs(text: str) -> str:
    """rtl when the first letter of a name runs from right to left, else ltr."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in {"R", "AL", "L"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"
