"""Rectangles and who has taken which room on the sheet."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from .layout import Point

CELL = 96


class Rect(NamedTuple):
    """A rectangle by its edges, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, centre: Point, width: float, height: float) -> "Rect":
        x, y = centre
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def wider(self, by: float) -> "Rect":
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def moved(self, by: Point) -> "Rect":
        x, y = by
        return Rect(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def meets(self, other: "Rect") -> bool:
        """Whether they overlap; touching edges do not."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, point: Point) -> bool:
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


class Taken:
    """Rectangles that are taken, found by where they lie."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)

    def add(self, rect: Rect) -> None:
        for cell in cells(rect):
            self.cells[cell].append(rect)

    def is_free(self, rect: Rect) -> bool:
        return not any(
            rect.meets(other) for cell in cells(rect) for other in self.cells.get(cell, ())
        )


def cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for x in range(int(rect.left // CELL), int(rect.right // CELL) + 1):
        for y in range(int(rect.top // CELL), int(rect.bottom // CELL) + 1):
            yield x, y


def bounds(rects: list[Rect]) -> Rect:
    """The smallest rectangle around them all."""
    return Rect(
        min(rect.left for rect in rects),
        min(rect.top for rect in rects),
        max(rect.right for rect in rects),
        max(rect.bottom for rect in rects),
    )


def runs_through(a: Point, b: Point, rect: Rect) -> bool:
    """Whether the segment from a to b passes through the inside of a rectangle."""
    low, high = 0.0, 1.0
    for axis in (0, 1):
        start, way = a[axis], b[axis] - a[axis]
        near, far = rect[axis] - start, rect[axis + 2] - start
        if way == 0:
            if near >= 0 or far <= 0:
                return False
            continue
        first, last = sorted((near / way, far / way))
        low, high = max(low, first), min(high, last)
    return low < high
