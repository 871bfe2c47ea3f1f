"""Each stakeholder as a box: its shape by kind, its lines, and how much room it takes."""

from dataclasses import dataclass

from ..links import Node
from ..words import KINDS
from .labels import KIND, LABEL, lines_of, runs, wide
from .metrics import width

SHAPES = {
    "national_government": "frame",
    "local_government": "square",
    "service_delivery_partners": "hexagon",
    "users_citizens": "pill",
}
LINE, KIND_LINE = 20, 18  # line heights
ABOVE, BELOW = 9, 10
SIDES = {"frame": 18, "square": 14, "hexagon": 26, "pill": 24, "plain": 14}
NARROWEST = 104


@dataclass(frozen=True)
class Box:
    """A stakeholder's label and the size of its box in pixels."""

    node: Node
    lines: tuple[str, ...]
    kind: str
    shape: str
    runs: str
    width: int
    height: int


def box_of(node: Node) -> Box:
    """The box that a stakeholder needs, with even sizes so that halves are whole pixels."""
    lines = tuple(lines_of(node.label))
    kind = str(KINDS.get(node.category, KINDS["unsorted"]))
    shape = SHAPES.get(node.category, "plain")
    widest = max(width(kind, KIND, 400), *(wide(line) for line in lines))
    across = max(NARROWEST, even(widest + 2 * SIDES[shape]))
    down = even(ABOVE + LINE * len(lines) + KIND_LINE + BELOW)
    return Box(node, lines, kind, shape, runs(node.label), across, down)


def baselines(box: Box) -> list[int]:
    """Where its lines stand, from the top of the box; the last is for the kind."""
    first = ABOVE + LINE - (LINE - LABEL) // 2 - 3
    labels = [first + LINE * place for place in range(len(box.lines))]
    return [*labels, labels[-1] + KIND_LINE + 1]


def even(size: float) -> int:
    return 2 * round(size / 2 + 0.5)
