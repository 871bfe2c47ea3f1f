"""How a drawing goes on A4, and the names that a PDF's drawing cannot set by itself."""

import unicodedata
from dataclasses import dataclass

from .boxes import ABOVE, LINE
from .drawing import Drawing
from .labels import LABEL
from .painted import DrawnBox

# What is left of a page of the report for a drawing, upright and across, in pixels.
UPRIGHT, ACROSS = (660, 840), (980, 590)
READABLE = 0.85  # below this scale it is worth turning the page


@dataclass(frozen=True)
class Paper:
    """The size of a drawing on its page, and whether that page lies on its side."""

    scale: float
    across: bool
    width: int
    height: int


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


def on_paper(drawing: Drawing) -> Paper:
    """Fit a drawing to a page: upright if its names stay readable there, else across."""
    upright, across = fitted(drawing, UPRIGHT), fitted(drawing, ACROSS)
    turned = upright < READABLE and across > upright
    scale = across if turned else upright
    return Paper(scale, turned, int(drawing.width * scale), int(drawing.height * scale))


def fitted(drawing: Drawing, room: tuple[int, int]) -> float:
    return min(1.0, room[0] / drawing.width, room[1] / drawing.height)


def set_apart(drawing: Drawing) -> list[Name]:
    """Names whose letters join, stack or run from right to left: text laid over the drawing.

    WeasyPrint sets each letter of a drawing by itself, from left to right.
    """
    scale = on_paper(drawing).scale
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
        for box in drawing.boxes
        if is_woven(box)
    ]


def is_woven(box: DrawnBox) -> bool:
    """Whether letters of a name depend on their neighbours."""
    signs = "".join(box.box.lines)
    return any(
        unicodedata.bidirectional(sign) in {"R", "AL"} or unicodedata.category(sign) in {"Mn", "Mc"}
        for sign in signs
    )
