"""The drawing as geometry: whole pixels for a template, everything kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from ..links import Link, Network, Node
from ..rules import Finding
from .boxes import Box, baselines
from .curves import Curve
from .layout import Point
from .packing import packed
from .settle import Settled, settled
from .sketches import sketches

MARGIN = 20


@dataclass(frozen=True)
class Spot:
    """A line of text, a number or a word around a point: its middle, or the foot of its middle."""

    text: str
    x: int
    y: int
    width: int = 0


@dataclass(frozen=True)
class DrawnBox:
    """A stakeholder on the sheet: its top left corner, its lines of text, how it is marked."""

    node: Node
    box: Box
    left: int
    top: int
    weak: bool
    isolated: bool

    @property
    def middle(self) -> int:
        return self.left + self.box.width // 2

    @property
    def label(self) -> list[Spot]:
        """The lines of the name."""
        feet = baselines(self.box)
        return [
            Spot(line, self.middle, self.top + foot)
            for line, foot in zip(self.box.lines, feet, strict=False)
        ]

    @property
    def kind(self) -> Spot:
        return Spot(self.box.kind, self.middle, self.top + baselines(self.box)[-1])


@dataclass(frozen=True)
class DrawnLine:
    """A link on the sheet: its path, and `wanted` or its strength."""

    link: Link
    path: str
    look: str


@dataclass(frozen=True)
class Drawing:
    """All of one drawing, in the order of painting. `crowded` marks found no room of their own."""

    width: int
    height: int
    lines: tuple[DrawnLine, ...]
    boxes: tuple[DrawnBox, ...]
    words: tuple[Spot, ...]
    badges: tuple[Spot, ...]
    crowded: int


def drawing(network: Network, findings: Sequence[Finding]) -> Drawing:
    """Draw a network with the numbers of its findings. The same network gives the same drawing."""
    pieces = [settled(sketch) for sketch in sketches(network, findings)]
    if not pieces:
        return Drawing(2 * MARGIN, 2 * MARGIN, (), (), (), (), 0)
    sizes = [(right - left, bottom - top) for left, top, right, bottom in map(bounds, pieces)]
    corners, (across, down) = packed(sizes)
    painted = [painted_at(piece, at) for piece, at in zip(pieces, corners, strict=True)]
    lines, boxes, words, badges = (tuple(chain(*parts)) for parts in zip(*painted, strict=True))
    size = round(across) + 2 * MARGIN, round(down) + 2 * MARGIN
    return Drawing(*size, lines, boxes, words, badges, sum(p.faults[0] for p in pieces))


def bounds(piece: Settled) -> tuple[float, float, float, float]:
    return piece.bounds


def painted_at(piece: Settled, corner: Point) -> tuple[list, list, list, list]:
    """The lines, boxes, words and badges of a piece whose top left corner goes there."""
    x, y = corner[0] - piece.bounds.left + MARGIN, corner[1] - piece.bounds.top + MARGIN
    return (
        [
            DrawnLine(line.link, path(curve, x, y), "wanted" if line.wanted else line.link.strength)
            for line, curve in zip(piece.sketch.lines, piece.curves, strict=True)
        ],
        boxes(piece, x, y),
        [
            Spot("", round(word.at[0] + x), round(word.at[1] + y), word.width)
            for word in piece.marks.words
        ],
        [
            Spot(str(badge.number), round(badge.at[0] + x), round(badge.at[1] + y))
            for badge in piece.marks.badges
        ],
    )


def boxes(piece: Settled, x: float, y: float) -> list[DrawnBox]:
    return [
        DrawnBox(
            stand.box.node,
            stand.box,
            round(at[0] + x - stand.box.width / 2),
            round(at[1] + y - stand.box.height / 2),
            stand.weak,
            stand.isolated,
        )
        for stand, at in zip(piece.sketch.stands, piece.sketch.points, strict=True)
    ]


def path(curve: Curve, x: float, y: float) -> str:
    """The curve as an SVG path."""
    ends = [f"{round(a + x)} {round(b + y)}" for a, b in (curve.start, curve.control, curve.end)]
    return f"M{ends[0]}Q{ends[1]} {ends[2]}" if curve.bend else f"M{ends[0]}L{ends[2]}"
