"""Lines as they are drawn: straight, or gently bent round a box that stands in the way."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import hypot

from .layout import Point
from .room import Rect, bounds, runs_through
from .sketch import Line, Sketch

BENDS = (0, 50, -50, 90, -90, 140, -140, 200, -200)
STEPS = 12
MANY = 100  # lines; with more, only gentle bends are tried
CLEAR = 6  # pixels between a line and a box that it passes


@dataclass(frozen=True)
class Curve:
    """A quadratic curve from one box's middle to another's; straight where bend is 0."""

    start: Point
    end: Point
    bend: float

    @cached_property
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

    @cached_property
    def box(self) -> Rect:
        """A rectangle that holds all of it, never without extent."""
        corners = (self.start, self.control, self.end)
        (left, *_, right), (top, *_, bottom) = map(sorted, zip(*corners, strict=True))
        return Rect(left, top, right, bottom).wider(1)

    @cached_property
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
    tried: list[tuple[int, int, Curve]] = []
    tries = bends(sketch, line)
    near = bounds([curve.box for curve in tries])
    foreign = [
        rect
        for place, rect in enumerate(rects)
        if rect.meets(near) and place not in (line.one, line.other)
    ]
    for curve in tries:
        met = sum(passes(curve, rect) for rect in foreign)
        if not met:
            return curve, 0
        tried.append((met, len(tried), curve))
    met, _, curve = min(tried, key=lambda each: each[:2])
    return curve, met


def bends(sketch: Sketch, line: Line) -> list[Curve]:
    ends = sketch.points[line.one], sketch.points[line.other]
    return [Curve(*ends, bend) for bend in BENDS[: len(BENDS) if len(sketch.lines) <= MANY else 5]]


def passes(curve: Curve, rect: Rect) -> bool:
    """Whether any of the curve lies inside a rectangle."""
    return curve.box.meets(rect) and any(runs_through(a, b, rect) for a, b in curve.chords)
