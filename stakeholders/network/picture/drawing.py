"""The drawing as geometry: whole pixels for a template, everything kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from ..links import Link, Network
from ..rules import Finding, Summary, summary
from .boxes import Box
from .curves import Curve
from .layout import Point
from .packing import packed
from .painted import DrawnBox, Plate, Spot
from .settle import WIDE, Settled, settled
from .sketch import WORD_HEIGHT
from .sketches import sketches

MARGIN = 20


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
    words: tuple[Plate, ...]
    badges: tuple[Spot, ...]
    crowded: int
    summary: Summary
    findings: tuple[Finding, ...]


def drawing(network: Network, findings: Sequence[Finding], shape: float = WIDE) -> Drawing:
    """Draw a network with the numbers of its findings. The same network gives the same drawing.

    `shape` is about how many times as wide as high it should be.
    """
    pieces = [settled(sketch, shape) for sketch in sketches(network, findings)]
    said = summary(network), tuple(findings)
    if not pieces:
        return Drawing(2 * MARGIN, 2 * MARGIN, (), (), (), (), 0, *said)
    sizes = [(right - left, bottom - top) for left, top, right, bottom in map(bounds, pieces)]
    corners, (across, down) = packed(sizes, shape)
    painted = [painted_at(piece, at) for piece, at in zip(pieces, corners, strict=True)]
    lines, boxes, words, badges = (tuple(chain(*parts)) for parts in zip(*painted, strict=True))
    size = round(across) + 2 * MARGIN, round(down) + 2 * MARGIN
    return Drawing(
        *size, lines, boxes, words, badges, sum(piece.marks.crowded for piece in pieces), *said
    )


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
            Plate(
                round(word.at[0] + x) - word.width // 2 - 4,
                round(word.at[1] + y) - WORD_HEIGHT // 2,
                word.width // 2 * 2 + 8,
                WORD_HEIGHT,
            )
            for word in piece.marks.words
        ],
        [
            Spot(str(badge.number), round(badge.at[0] + x), round(badge.at[1] + y))
            for badge in piece.marks.badges
        ],
    )


def boxes(piece: Settled, x: float, y: float) -> list[DrawnBox]:
    return [
        DrawnBox(stand.box, plate(stand.box, at[0] + x, at[1] + y), stand.weak, stand.isolated)
        for stand, at in zip(piece.sketch.stands, piece.sketch.points, strict=True)
    ]


def plate(box: Box, x: float, y: float) -> Plate:
    return Plate(round(x - box.width / 2), round(y - box.height / 2), box.width, box.height)


def path(curve: Curve, x: float, y: float) -> str:
    """The curve as an SVG path."""
    ends = [f"{round(a + x)} {round(b + y)}" for a, b in (curve.start, curve.control, curve.end)]
    return f"M{ends[0]}Q{ends[1]} {ends[2]}" if curve.bend else f"M{ends[0]}L{ends[2]}"
