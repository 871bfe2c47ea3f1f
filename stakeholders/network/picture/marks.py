"""Numbers and words on the sketch, where they cover nothing and nothing covers them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot

from .curves import Curve, passes
from .layout import Point
from .room import Rect, Taken
from .sketch import BADGE, HALF_BADGE, WORD_HEIGHT, Sketch, Stand

# How far from a corner a number may sit on the edge of a box.
INSET = {"frame": 2, "square": 2, "plain": 2, "hexagon": 16, "pill": 20}
OUTSIDE = 7  # the middle of a number from the edge of its box: no letter is covered
APART = 8  # between a number of a box and one of a line
OFF = (HALF_BADGE + 4, -HALF_BADGE - 4, BADGE + 4, -BADGE - 4)  # from a line with no room on it
MANY = 80  # lines; with more, a number may sit where lines cross
STEP = 7


@dataclass(frozen=True)
class Badge:
    """The number of a finding, in a ring around this point."""

    number: int
    at: Point


@dataclass(frozen=True)
class Word:
    """The word on a wanted link: its middle and its width."""

    at: Point
    width: int


@dataclass
class Marks:
    """What was placed. `crowded` counts what found no room, `beside` what left its line."""

    badges: list[Badge] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    crowded: int = 0
    beside: int = 0
    taken: Taken = field(default_factory=Taken)

    def is_free(self, rects: list[Rect]) -> bool:
        return all(map(self.taken.is_free, rects))

    def choose(self, tries: list[list[Rect]], curves: list[Curve]) -> list[Rect]:
        """Take the first that is free and off these lines, else free, else any."""
        free = [rects for rects in tries if self.is_free(rects)]
        clear = (rects for rects in free if not any(meets(curve, rects) for curve in curves))
        self.crowded += not free
        chosen = next(clear, free[0] if free else tries[0])
        for rect in chosen:
            self.taken.add(rect)
        return chosen


def marks(sketch: Sketch, curves: list[Curve]) -> Marks:
    """Place the numbers of boxes, then those of lines and the words, the tightest first."""
    placed = Marks()
    for place, stand in enumerate(sketch.stands):
        if stand.numbers:
            on_box(placed, sketch, curves, place)
    for rect in sketch.rects():
        placed.taken.add(rect)
    seen = [visible(sketch, place, curve) for place, curve in enumerate(curves)]
    marked = [nth for nth, line in enumerate(sketch.lines) if line.numbers or line.word]
    for place in sorted(marked, key=lambda each: seen[each][1] - seen[each][0]):
        on_line(placed, sketch, curves, place, seen[place])
    return placed


def on_box(placed: Marks, sketch: Sketch, curves: list[Curve], place: int) -> None:
    """Numbers side by side on the upper or lower edge of a box, near a corner."""
    stand, rect = sketch.stands[place], sketch.rect(place)
    chosen = placed.choose(list(corners(stand, rect)), curves)
    for ring_here in chosen:
        placed.taken.add(ring_here.wider(APART))
    put(placed, chosen, stand.numbers)


def corners(stand: Stand, rect: Rect) -> Iterator[list[Rect]]:
    """Places for a row of numbers: upper right first, then left, then below."""
    inset = INSET[stand.box.shape]
    row = BADGE * (len(stand.numbers) - 1)
    right, left = rect.right - inset - HALF_BADGE - row, rect.left + inset + HALF_BADGE
    top, bottom = rect.top - OUTSIDE, rect.bottom + OUTSIDE
    for x, y in ((right, top), (left, top), (right, bottom), (left, bottom)):
        yield [ring((x + BADGE * nth, y)) for nth in range(len(stand.numbers))]


def on_line(
    placed: Marks, sketch: Sketch, curves: list[Curve], place: int, seen: tuple[float, float]
) -> None:
    """Numbers like beads on a line, or the word on it, near the middle of what is seen of it."""
    line, curve = sketch.lines[place], curves[place]
    others = [*curves[:place], *curves[place + 1 :]] if len(curves) <= MANY else []
    if line.word:
        tries = on_or_beside(placed, curve, line.word, seen)
        placed.words.append(Word(centre(placed.choose(tries, others)[0]), line.word))
    elif any(map(placed.is_free, beads(curve, len(line.numbers), 0, seen))):
        tries = list(beads(curve, len(line.numbers), 0, seen))
        put(placed, placed.choose(tries, others), line.numbers)
    else:
        for number in line.numbers:
            tries = on_or_beside(placed, curve, 0, seen)
            put(placed, placed.choose(tries, others), (number,))


def on_or_beside(
    placed: Marks, curve: Curve, word: int, seen: tuple[float, float]
) -> list[list[Rect]]:
    """Places on a line, and touching it from either side when there is no room on it."""
    tries = list(beads(curve, 1, word, seen))
    if any(map(placed.is_free, tries)):
        return tries
    placed.beside += 1
    x, y = curve.end[0] - curve.start[0], curve.end[1] - curve.start[1]
    long = hypot(x, y) or 1.0
    steps = [(-y / long * off, x / long * off) for off in OFF]
    return tries + [[rect.moved(step) for rect in rects] for rects in tries for step in steps]


def beads(curve: Curve, many: int, word: int, seen: tuple[float, float]) -> Iterator[list[Rect]]:
    """Places along a line, from the middle of what is seen of it outwards."""
    long = hypot(curve.end[0] - curve.start[0], curve.end[1] - curve.start[1]) or 1.0
    pitch, middle = BADGE / long, (seen[0] + seen[1]) / 2
    reach = max(0.0, (seen[1] - seen[0]) / 2 - many * pitch / 2)
    for nth in range(int(reach * long / STEP) * 2 + 1):
        part = middle + (nth + 1) // 2 * STEP / long * (1 if nth % 2 else -1)
        if word:
            yield [Rect.around(curve.at(part), word + 8, WORD_HEIGHT)]
        else:
            first = part - pitch * (many - 1) / 2
            yield [ring(curve.at(first + pitch * bead)) for bead in range(many)]


def visible(sketch: Sketch, place: int, curve: Curve) -> tuple[float, float]:
    """The part (from and to, 0 to 1) of a line that its own boxes do not cover."""
    line = sketch.lines[place]
    steps = [step / 40 for step in range(41)]
    one, other = sketch.rect(line.one), sketch.rect(line.other)
    out = [s for s in steps if not one.holds(curve.at(s)) and not other.holds(curve.at(s))]
    return (out[0], out[-1]) if out else (0.5, 0.5)


def meets(curve: Curve, rects: list[Rect]) -> bool:
    return any(passes(curve, rect) for rect in rects)


def put(placed: Marks, rects: list[Rect], numbers: tuple[int, ...]) -> None:
    """Numbers in reading order: downwards on a steep line, else from left to right."""
    points = sorted(centre(rect) for rect in rects)
    if abs(points[-1][1] - points[0][1]) > points[-1][0] - points[0][0]:
        points.sort(key=lambda at: at[1])
    placed.badges += [Badge(number, at) for number, at in zip(numbers, points, strict=True)]


def ring(at: Point) -> Rect:
    return Rect.around(at, BADGE, BADGE)


def centre(rect: Rect) -> Point:
    return (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
