"""The geometry of the profile: where each little sheet and each shape stands."""

from dataclasses import dataclass
from math import ceil

SHEET, SHAPE, GAP = 10, 9, 3
MOST_IN_A_ROW = {SHEET: 10, SHAPE: 12}


@dataclass(frozen=True)
class Mark:
    """One sign of a drawing: its kind and its top left corner, in pixels."""

    kind: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """Marks in rows, with the size of the whole."""

    marks: list[Mark]
    width: int
    height: int


def sheets(reasons: int) -> Drawing:
    """One sheet for each reason."""
    return in_rows(["reason"] * reasons, SHEET)


def shapes(calls: dict[str, int]) -> Drawing:
    """One shape for each call, strong to not sure."""
    return in_rows([kind for kind, times in calls.items() for _ in range(times)], SHAPE)


def in_rows(kinds: list[str], size: int) -> Drawing:
    """Place marks of one size side by side, as many as their column holds."""
    pitch, most = size + GAP, MOST_IN_A_ROW[size]
    marks = [
        Mark(kind, (place % most) * pitch, (place // most) * pitch)
        for place, kind in enumerate(kinds)
    ]
    rows = max(1, ceil(len(kinds) / most))
    return Drawing(marks, min(len(kinds), most) * pitch, rows * pitch)
