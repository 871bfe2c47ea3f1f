"""Lines as they are drawn: straight, or gently bent round a box that stands in the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from .layout import Point
from .room import Rect, runs_through
from .sketch import Line, Sketch

BENDS = (0, 50, -50, 90, -90, 140, -140, 200, -200)
STEPS = 12
CLEAR = 6  # pixels between a line and a box that it passes


@dataclass(frozen=True)
class Curve:
    """A quadratic curve from one box's middle to another's; straight where bend is 0."""

    start: Point
    end: Point
    bend: float

    @property
    def control(self) -> Point:
        x, y = self.end[0] - self.start[0], self.end[1] - self.start[1]
        long = hypot(x, y) or 1.0
        middle = (self.start[0] + self.end[0]) / 2, (self.start[1] + self.end[1]) / 2
        return middle[0] - y / long * self.bend, middle[1] + x / long * self.bend

    def at(self, part: float) -> Point:
        """The point after so much (0 to 1) of the way."""
        rest, bend = 1 - part, self.control
        return (
            rest * rest * self.start[0] + 2 * rest * part * bend[0] + part * part * self.end[0],
            rest * rest * self.start[1] + 2 * rest * part * bend[1] + part * part * self.end[1],
        )

    @property
    def chords(self) -> list[tuple[Point, Point]]:
        """Straight pieces that follow the curve."""
        if not self.bend:
            return [(self.start, self.end)]
        return list(pairwise(self.at(step / STEPS) for step in range(STEPS + 1)))


def curves(sketch: Sketch) -> tuple[list[Curve], int]:
    """A curve for each line, and how many still run through a box that is not theirs."""
    rects = [rect.wider(CLEAR) for rect in sketch.rects()]
    found = [drawn(sketch, line, rects) for line in sketch.lines]
    return [curve for curve, _ in found], sum(met for _, met in found)


def drawn(sketch: Sketch, line: Line, rects: list[Rect]) -> tuple[Curve, int]:
    """The straightest that meets the fewest boxes."""
    tried = []
    for curve in bends(sketch, line):
        met = sum(passes(curve, rects[place]) for place in others(line, len(rects)))
        if not met:
            return curve, 0
        tried.append((met, len(tried), curve))
    met, _, curve = min(tried, key=lambda each: each[:2])
    return curve, met


def bends(sketch: Sketch, line: Line) -> Iterator[Curve]:
    for bend in BENDS:
        yield Curve(sketch.points[line.one], sketch.points[line.other], bend)


def others(line: Line, size: int) -> Iterator[int]:
    return (place for place in range(size) if place not in (line.one, line.other))


def passes(curve: Curve, rect: Rect) -> bool:
    return any(runs_through(a, b, rect) for a, b in curve.chords)
