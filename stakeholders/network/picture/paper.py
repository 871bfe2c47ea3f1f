"""How a drawing goes on A4, and the names that a PDF's drawing cannot set by itself."""

import unicodedata
from dataclasses import dataclass

from ..links import Network
from .boxes import ABOVE, LINE
from .drawing import Drawing, drawing
from .labels import LABEL
from .painted import DrawnBox

# What a drawing may take of a page of the report, in pixels: some half of it, so that no page
# before it is left empty; all of an upright one; all of one that lies on its side.
HALF, UPRIGHT, ACROSS = (710, 430), (710, 840), (980, 590)
COLUMN = 660  # what is wider reaches into the margins
READABLE = 0.65  # above this scale names have nearly 8 points, or more
SHAPES = (1.0, 0.75)  # to try for paper, width by height; a screen has it wider


@dataclass(frozen=True)
class Paper:
    """The size of a drawing on its page, and whether that page lies on its side."""

    scale: float
    across: bool
    width: int
    height: int

    @property
    def wide(self) -> bool:
        """Whether it is wider than the text of an upright page."""
        return not self.across and self.width > COLUMN


@dataclass(frozen=True)
class Name:
    """Lines of a name at a place on the paper, in pixels."""

    lines: tuple[str, ...]
    runs: str
    left: float
    top: float
    width: float
    size: float
    line: float


def on_paper(drawn: Drawing) -> Paper:
    """Fit a drawing to a page: in half of it or upright if names stay readable, else across."""
    half, up, across = (fitted(drawn, room) for room in (HALF, UPRIGHT, ACROSS))
    turned = up < READABLE and across > up
    scale = half if half >= READABLE else across if turned else up
    return Paper(scale, turned, int(drawn.width * scale), int(drawn.height * scale))


def upright(drawn: Drawing, network: Network) -> Drawing:
    """The drawing for an upright page: made anew, less wide, where it can only be read so."""
    tried = [drawn]
    for shape in SHAPES:
        if fitted(tried[-1], HALF) >= READABLE:
            return tried[-1]
        tried.append(drawing(network, drawn.findings, shape))
    return max(tried, key=lambda each: (fitted(each, HALF) >= READABLE, fitted(each, UPRIGHT)))


def fitted(drawn: Drawing, room: tuple[int, int]) -> float:
    return min(1.0, room[0] / drawn.width, room[1] / drawn.height)


def set_apart(drawn: Drawing) -> list[Name]:
    """Names whose letters join, stack or run from right to left: text laid over the drawing.

    WeasyPrint sets each letter of a drawing by itself, from left to right.
    """
    scale = on_paper(drawn).scale
    return [
        Name(
            box.box.lines,
            box.box.runs,
            box.plate.left * scale,
            (box.plate.top + ABOVE) * scale,
            box.plate.width * scale,
            LABEL * scale,
            LINE * scale,
        )
        for box in drawn.boxes
        if is_woven(box)
    ]


def is_woven(box: DrawnBox) -> bool:
    """Whether letters of a name depend on their neighbours."""
    signs = "".join(box.box.lines)
    return any(
        unicodedata.bidirectional(sign) in {"R", "AL"} or unicodedata.category(sign) in {"Mn", "Mc"}
        for sign in signs
    )
