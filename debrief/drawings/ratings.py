"""Ratings by where people speak from: a dot plot of words, one row for an indicator.

Each kind has a lane of its own, so that no shape lies on another: a shape at the middle word,
a line from the first to the last word that was said. Words have places, never numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

STEP, SIDE = 100, 30  # pixels from word to word, and beside the first and the last
LANE, SHAPE = 12, 9
SHAPES = {
    "national_government": "square",
    "local_government": "circle",
    "service_delivery_partners": "triangle",
    "users_citizens": "diamond",
}
OTHER = "cross"  # who would rather not say


@dataclass(frozen=True)
class Dot:
    """One kind of people: its shape in the middle of its answers, and how far they reach.

    `middle` and `reach` are the same in words.
    """

    shape: str
    kind: str
    x: float
    y: float
    least: float
    most: float
    middle: list[str]
    reach: tuple[str, str]

    @property
    def left(self) -> float:
        return self.x - SHAPE / 2

    @property
    def top(self) -> float:
        return self.y - SHAPE / 2


@dataclass(frozen=True)
class Row:
    """The shapes of one indicator; `gap` is where the two furthest apart stand."""

    told: dict[str, Any]
    dots: list[Dot]
    gap: tuple[float, float] | None
    ticks: list[float]

    @property
    def width(self) -> int:
        return width(len(self.ticks))

    @property
    def height(self) -> int:
        return LANE * len(self.dots)

    @property
    def spread(self) -> float:
        """How wide the gap is."""
        return self.gap[1] - self.gap[0] if self.gap else 0


@dataclass(frozen=True)
class Plot:
    """All rows, in the order in which the ratings are told: the widest gap first."""

    scale: list[tuple[str, float]]
    shapes: list[tuple[str, str]]
    rows: list[Row]

    @property
    def width(self) -> int:
        return width(len(self.scale))


def plot(rating: dict[str, Any]) -> Plot:
    """Draw what may be told of a rating, from its part of the report."""
    words = rating.get("scale", [])
    rows = [row(each, words) for each in rating["told"]]
    rows = [each for each in rows if each.dots]
    met = {dot.shape: dot.kind for each in rows for dot in each.dots}
    known = [(shape, met[shape]) for shape in [*SHAPES.values(), OTHER] if shape in met]
    return Plot([(word, place(words, [word])) for word in words], known, rows)


def row(told: dict[str, Any], words: Sequence[str]) -> Row:
    """The shapes of one indicator, a lane for each kind that is told of."""
    seen = [each for each in told["kinds"] if each["middle"]]
    dots = [dot(each, words, LANE * lane + LANE / 2) for lane, each in enumerate(seen)]
    middles = [each.x for each in dots]
    gap = (min(middles), max(middles)) if len(dots) > 1 and min(middles) < max(middles) else None
    return Row(told, dots, gap, [place(words, [word]) for word in words])


def dot(kind: dict[str, Any], words: Sequence[str], y: float) -> Dot:
    """The shape of one kind of people."""
    said = sorted(
        (each["word"] for each in kind["words"] if each["word"] in words), key=words.index
    )
    shape, middle, (first, *_, last) = SHAPES.get(kind["key"], OTHER), kind["middle"], said * 2
    least, most = place(words, [first]), place(words, [last])
    return Dot(shape, kind["kind"], place(words, middle), y, least, most, middle, (first, last))


def place(words: Sequence[str], at: Sequence[str]) -> float:
    """Where a word stands, or halfway between two."""
    return SIDE + STEP * sum(words.index(word) for word in at) / len(at)


def width(words: int) -> int:
    return 2 * SIDE + STEP * max(0, words - 1)
