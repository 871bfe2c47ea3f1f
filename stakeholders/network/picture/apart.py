"""Boxes make room: for each other, for what stands on a line, and for lines that pass by."""

from collections.abc import Sequence
from math import hypot

from .layout import Point
from .room import Rect, runs_through
from .sketch import Sketch

GAP_X, GAP_Y, PASSING = 40, 44, 16
LAST = 40  # more rounds, in which lines no longer push
LARGE = 150  # boxes; with more, lines run where they must


def apart(sketch: Sketch, rounds: int) -> None:
    """Move the boxes of a sketch until nothing pushes any more, or for so many rounds."""
    points = [list(point) for point in sketch.points]
    halves = [((r.right - r.left) / 2, (r.bottom - r.top) / 2) for r in sketch.rects()]
    for _ in range(rounds):
        moved = push_off_lines(points, halves, sketch) if len(points) <= LARGE else 0.0
        moved += stretch(points, halves, sketch)
        moved += push_boxes(points, halves)
        if moved < 1:
            break
    for _ in range(LAST):
        if stretch(points, halves, sketch) + push_boxes(points, halves) < 1:
            break
    sketch.points = [(x, y) for x, y in points]


def push_boxes(points: list[list[float]], halves: Sequence[Point]) -> float:
    """Push each two boxes apart that stand too close, the shorter way."""
    moved = 0.0
    order = sorted(range(len(points)), key=lambda place: points[place][0] - halves[place][0])
    for rank, a in enumerate(order):
        for b in order[rank + 1 :]:
            x = points[b][0] - points[a][0]
            over_x = halves[a][0] + halves[b][0] + GAP_X - abs(x)
            if x - halves[b][0] > halves[a][0] + GAP_X:
                break
            y = points[b][1] - points[a][1]
            over_y = halves[a][1] + halves[b][1] + GAP_Y - abs(y)
            if over_x > 0 and over_y > 0:
                axis, over, way = (0, over_x, x) if over_x < over_y else (1, over_y, y)
                half = over / 2 if way >= 0 else -over / 2
                points[a][axis] -= half
                points[b][axis] += half
                moved += over
    return moved


def stretch(points: list[list[float]], halves: Sequence[Point], sketch: Sketch) -> float:
    """Push the ends of a line apart where too little of it would be seen."""
    moved = 0.0
    for line in sketch.lines:
        a, b = points[line.one], points[line.other]
        x, y = b[0] - a[0], b[1] - a[1]
        long = hypot(x, y) or 1.0
        hidden = inside(halves[line.one], x / long, y / long)
        hidden += inside(halves[line.other], x / long, y / long)
        short = line.need + hidden - long
        if short > 0.5:
            push = short / 2 / long
            a[0] -= x * push
            a[1] -= y * push
            b[0] += x * push
            b[1] += y * push
            moved += short
    return moved


def inside(half: Point, x: float, y: float) -> float:
    """How much of a line in direction (x, y) from a box's middle is hidden by the box."""
    return min(half[0] / abs(x) if x else 1e9, half[1] / abs(y) if y else 1e9)


def push_off_lines(points: list[list[float]], halves: Sequence[Point], sketch: Sketch) -> float:
    """Push a box aside that a line of others runs through, and the line a little the other way."""
    moved = 0.0
    for line in sketch.lines:
        a, b = points[line.one], points[line.other]
        left, right = sorted((a[0], b[0]))
        top, bottom = sorted((a[1], b[1]))
        for place, (across, down) in enumerate(halves):
            x, y = points[place]
            if x + across < left or x - across > right or y + down < top or y - down > bottom:
                continue
            if place in (line.one, line.other):
                continue
            rect = Rect.around((x, y), 2 * across, 2 * down).wider(PASSING)
            if runs_through((a[0], a[1]), (b[0], b[1]), rect):
                moved += aside(points, line.one, line.other, place, (across, down))
    return moved


def aside(points: list[list[float]], one: int, other: int, place: int, half: Point) -> float:
    """Move one box off one line, across it."""
    a, b, box = points[one], points[other], points[place]
    x, y = b[0] - a[0], b[1] - a[1]
    long = hypot(x, y) or 1.0
    across = (-y / long, x / long)
    away = (box[0] - a[0]) * across[0] + (box[1] - a[1]) * across[1]
    reach = abs(across[0]) * half[0] + abs(across[1]) * half[1] + PASSING
    over = max(0.0, reach - abs(away)) * (1 if away >= 0 else -1)
    for axis in (0, 1):
        box[axis] += across[axis] * over * 0.5
        a[axis] -= across[axis] * over * 0.25
        b[axis] -= across[axis] * over * 0.25
    return abs(over)
