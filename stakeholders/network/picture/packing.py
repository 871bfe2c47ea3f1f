"""Separate pieces side by side and below each other on one sheet."""

from collections.abc import Sequence
from math import sqrt

from .layout import Point

AIR = 44
WIDE = 1.5


def packed(sizes: Sequence[Point], shape: float = WIDE) -> tuple[list[Point], Point]:
    """Return where the top left corner of each goes, in rows from the top, and the whole size."""
    width = max(
        [sqrt(shape * sum((w + AIR) * (h + AIR) for w, h in sizes)), *(w for w, _ in sizes)]
    )
    rows: list[list[int]] = [[]]
    for place in range(len(sizes)):
        if rows[-1] and row_width(sizes, [*rows[-1], place]) > width:
            rows.append([])
        rows[-1].append(place)
    widest = max(row_width(sizes, row) for row in rows)
    corners: dict[int, Point] = {}
    top = 0.0
    for row in rows:
        high = max(sizes[place][1] for place in row)
        left = (widest - row_width(sizes, row)) / 2
        for place in row:
            corners[place] = (left, top + (high - sizes[place][1]) / 2)
            left += sizes[place][0] + AIR
        top += high + AIR
    return [corners[place] for place in range(len(sizes))], (widest, top - AIR)


def row_width(sizes: Sequence[Point], row: Sequence[int]) -> float:
    return sum(sizes[place][0] for place in row) + AIR * (len(row) - 1)
