"""A sketch finds its form: the turn that reads best, then as tight as everything on it allows."""

from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt
from statistics import fmean

from ..links import CATEGORIES
from .apart import LARGE, apart
from .curves import Curve, curves
from .layout import Point, best, untangled
from .marks import Marks, marks
from .room import Rect, bounds, runs_through
from .sketch import Sketch

SCALES = (0.7, 0.85, 1.0, 1.2, 1.45, 1.8, 2.3, 3.0)
SMALL, MIDDLING = 30, 60  # stakeholders in one piece
ROUNDS, FEW_ROUNDS = 150, 10
WIDE = 1.5  # a little wider than high, as a screen and a projector are


@dataclass
class Settled:
    """A sketch with its lines and marks; `through` counts lines that run through boxes."""

    sketch: Sketch
    curves: list[Curve]
    marks: Marks
    through: int

    @property
    def faults(self) -> tuple[int, int, int]:
        """Marks without room, lines through boxes, marks off their lines: the worst first."""
        return self.marks.crowded, self.through, self.marks.beside

    @property
    def is_good(self) -> bool:
        """No fault; in a large piece, where lines must cross boxes, no mark without room."""
        return not (self.marks.crowded if len(self.sketch.stands) > SMALL else any(self.faults))

    @property
    def bounds(self) -> Rect:
        rings = [Rect.around(badge.at, 26, 26) for badge in self.marks.badges]
        words = [Rect.around(word.at, word.width, 20) for word in self.marks.words]
        bent = [Rect.around(curve.at(0.5), 2, 2) for curve in self.curves]
        return bounds([*self.sketch.rects(), *rings, *words, *bent])


def settled(sketch: Sketch, shape: float = WIDE) -> Settled:
    """Return the tightest form without a fault, else the one with the fewest.

    `shape` is its width by its height as it should be, as far as nothing speaks against it.
    """
    size = len(sketch.stands)
    plan = untangled(size, sketch.pairs)
    if size > 1:
        plan = best(plan, lambda points: cost(sketch, in_pixels(sketch, points, shape), shape))
    plan = in_pixels(sketch, plan, shape)
    tried = []
    for scale in scales(size):
        form = at_scale(sketch, plan, scale)
        if form.is_good:
            return form
        tried.append(form)
    return min(tried, key=lambda form: form.faults)


def scales(size: int) -> tuple[float, ...]:
    """What to try: a large piece would fail at the tight ones, and a huge one has time for one."""
    if size <= SMALL:
        return SCALES
    return SCALES[4:] if size <= LARGE else SCALES[-1:]


def at_scale(sketch: Sketch, plan: list[Point], scale: float) -> Settled:
    """What becomes of a sketch on a sheet so many times as large as its plan."""
    drawn = Sketch(sketch.stands, sketch.lines, [(x * scale, y * scale) for x, y in plan])
    apart(drawn, ROUNDS if len(sketch.stands) <= SMALL else FEW_ROUNDS)
    lines, met = curves(drawn)
    return Settled(drawn, lines, marks(drawn, lines), met)


def in_pixels(sketch: Sketch, points: list[Point], shape: float) -> list[Point]:
    """Edges as long as a box and a line need; boxes are wide, so the plan is too."""
    slim = sqrt(shape / WIDE)
    need = fmean(line.need for line in sketch.lines) if sketch.lines else 0
    across = fmean(stand.box.width for stand in sketch.stands) + need
    down = fmean(stand.box.height for stand in sketch.stands) + need
    return [(x * across * slim, y * down / slim) for x, y in points]


def cost(sketch: Sketch, points: list[Point], wanted: float = WIDE) -> float:
    """How badly a turn reads: boxes on boxes, lines through boxes, kinds upside down, its shape."""
    drawn = Sketch(sketch.stands, sketch.lines, points)
    rects = drawn.rects()
    around = bounds(rects)
    shape = (around.right - around.left) / (around.bottom - around.top)
    faults = 0.0
    if len(rects) <= MIDDLING:
        faults += sum(one.meets(other) for one, other in combinations(rects, 2))
    if len(rects) <= SMALL:
        faults += through(drawn, rects)
    return faults + abs(log(shape / wanted)) - falling(drawn)


def through(sketch: Sketch, rects: list[Rect]) -> int:
    """How many times a line runs through a box that is not its own."""
    return sum(
        runs_through(sketch.points[line.one], sketch.points[line.other], rect)
        for line in sketch.lines
        for place, rect in enumerate(rects)
        if place not in (line.one, line.other)
    )


def falling(sketch: Sketch) -> float:
    """How far (-1 to 1) the kinds go from national at the top down to users and citizens."""
    ranked = [
        (CATEGORIES.index(stand.box.node.category), point[1])
        for stand, point in zip(sketch.stands, sketch.points, strict=True)
        if stand.box.node.is_sorted
    ]
    pairs = [(a, b) for a, b in combinations(ranked, 2) if a[0] != b[0]]
    if not pairs:
        return 0.0
    return fmean(1 if (a[0] < b[0]) == (a[1] < b[1]) else -1 for a, b in pairs)
