"""Slanting lines that fill a box, cut off at its edges: a fill that needs no colour."""

from typing import NamedTuple

APART = 4.0  # pixels from line to line


class Line(NamedTuple):
    """A straight line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


def hatched(x: float, y: float, width: float, height: float) -> list[Line]:
    """The lines of a box at (x, y), each from its upper right to its lower left."""
    lines = []
    at = APART
    while at < width + height:
        right, left = min(at, width), max(0.0, at - height)
        top, bottom = max(0.0, at - width), min(at, height)
        lines.append(Line(*(round(each, 1) for each in (x + right, y + top, x + left, y + bottom))))
        at += APART
    return lines
