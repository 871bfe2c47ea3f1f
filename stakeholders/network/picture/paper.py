"""How a drawing goes on A4, and the names that a PDF's drawing cannot set by itself."""

import unicodedata
from dataclasses import dataclass

from ..links import Network
from .boxes import ABOVE, LINE
from .drawing import Drawing, drawing
from .labels import LABEL
from .painted import DrawnBox

# What is left of a page of the report for a drawing, upright and across, in pixels.
UPRIGHT, ACROSS = (660, 840), (980, 590)
READABLE = 0.7  # below this scale it is worth turning the page
TALL = 0.75  # the shape of an upright page, width by height


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


def on_paper(drawn: Drawing) -> Paper:
    """Fit a drawing to a page: upright if its names stay readable there, else across."""
    up, across = fitted(drawn, UPRIGHT), fitted(drawn, ACROSS)
    turned = up < READABLE and across > up
    scale = across if turned else up
    return Paper(scale, turned, int(drawn.width * scale), int(drawn.height * scale))


def upright(drawn: Drawing, network: Network) -> Drawing:
    """The drawing for an upright page: made anew, higher than wide, where that is larger there."""
    if fitted(drawn, UPRIGHT) == 1.0:
        return drawn
    tall = drawing(network, drawn.findings, TALL)
    return max(drawn, tall, key=lambda each: fitted(each, UPRIGHT))


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
