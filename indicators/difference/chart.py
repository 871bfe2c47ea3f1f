"""One box for each action, by its mark: where every box and every line of its hatch stands.

Meaning is in sign, hatch and fill, so that it holds without colour.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

WIDE, HIGH, GAP = 29, 20, 5  # pixels
IN_A_ROW = 14
HATCH = 7  # pixels from line to line
MARKS = ("same", "changed", "new", "unmarked")  # their order in the chart


@dataclass(frozen=True)
class Box:
    """One action: its mark, and the top left corner of its box."""

    mark: str
    x: int
    y: int


@dataclass(frozen=True)
class Chart:
    """Boxes in rows, with the size of the whole and the lines of one hatch from its corner."""

    boxes: list[Box]
    width: int
    height: int

    wide, high = WIDE, HIGH

    @property
    def hatch(self) -> list[tuple[int, int, int, int]]:
        """(x1, y1, x2, y2) of the lines that hatch a box, within it."""
        ends = range(HATCH, WIDE + HIGH, HATCH)
        return [(min(k, WIDE), k - min(k, WIDE), k - min(k, HIGH), min(k, HIGH)) for k in ends]


def chart_of(counts: Mapping[str, int]) -> Chart:
    """The chart of so many marks of each kind, in the order same, changed, new, none yet."""
    marks = [mark for mark in MARKS for _each in range(counts[mark])]
    across, down = WIDE + GAP, HIGH + GAP
    boxes = [
        Box(mark, place % IN_A_ROW * across, place // IN_A_ROW * down)
        for place, mark in enumerate(marks)
    ]
    rows = max(1, ceil(len(marks) / IN_A_ROW))
    return Chart(boxes, max(1, min(len(marks), IN_A_ROW)) * across - GAP + 1, rows * down - GAP + 1)
