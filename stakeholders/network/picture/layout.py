"""Where stakeholders stand before boxes make room for each other: a stress layout by igraph."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import cos, gcd, hypot, pi, sin

Point = tuple[float, float]
Pairs = Sequence[tuple[int, int]]
STARTS = 8
FEW = 40  # edges; with more, crossings are not counted


def layouts(size: int, pairs: Pairs) -> Iterator[list[Point]]:
    """Layouts of one connected piece with edges about 1 long, from several starting circles.

    The same piece gives the same layouts: nothing in it is left to chance.
    """
    import igraph  # when a map is first drawn: every start would wait for it

    graph = igraph.Graph(size, pairs)
    steps = [step for step in range(1, size) if gcd(step, size) == 1] or [1]
    for step in steps[: STARTS if len(pairs) <= FEW else 1]:
        circle = [around(place * step % size, size) for place in range(size)]
        found = graph.layout_kamada_kawai(seed=circle).coords
        yield in_units([(x, y) for x, y in found], pairs)


def untangled(size: int, pairs: Pairs) -> list[Point]:
    """The layout with the fewest crossings."""
    found = list(layouts(size, pairs))
    return min(found, key=lambda points: crossings(points, pairs)) if len(found) > 1 else found[0]


def in_units(points: list[Point], pairs: Pairs) -> list[Point]:
    """Centred on their middle, the mean edge 1 long."""
    lengths = [hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]) for a, b in pairs]
    unit = sum(lengths) / len(lengths) if lengths else 1.0
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    return [((x - middle[0]) / unit, (y - middle[1]) / unit) for x, y in points]


def around(place: int, size: int) -> Point:
    angle = 2 * pi * place / size
    return cos(angle), sin(angle)


def turned(points: Sequence[Point], angle: float, mirror: bool) -> list[Point]:
    flip = -1 if mirror else 1
    c, s = cos(angle), sin(angle)
    return [(flip * (x * c - y * s), x * s + y * c) for x, y in points]


def crossings(points: Sequence[Point], pairs: Pairs) -> int:
    """How many pairs of edges cross, not counting those that share an end."""
    return sum(
        not {*one} & {*other} and crosses(*(points[end] for end in (*one, *other)))
        for one, other in combinations(pairs, 2)
    )


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segment from a to b meets the one from c to d."""
    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def side(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def best(points: Sequence[Point], cost: Callable[[list[Point]], float]) -> list[Point]:
    """The turn of a layout that costs least."""
    turns = [
        turned(points, pi * quarter / 12, mirror)
        for quarter in range(24)
        for mirror in (False, True)
    ]
    return min(turns, key=cost)
