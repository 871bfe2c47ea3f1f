"""A stakeholder's box on the sheet, in whole pixels for its template."""

from dataclasses import dataclass

from ..links import Node
from .boxes import Box, baselines
from .sketch import FRAME

SLANT, INNER = 14, 4  # of a hexagon; between the two frames


@dataclass(frozen=True)
class Spot:
    """A line of text, a number or a word around a point: its middle, or the foot of its middle."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Plate:
    """A rectangle by its top left corner and size."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        return self.left + self.width // 2

    def wider(self, by: int) -> "Plate":
        return Plate(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True)
class DrawnBox:
    """A stakeholder on the sheet: where its box lies, its lines of text, how it is marked."""

    box: Box
    plate: Plate
    weak: bool
    isolated: bool

    @property
    def node(self) -> Node:
        return self.box.node

    @property
    def label(self) -> list[Spot]:
        """The lines of the name."""
        feet = baselines(self.box)[:-1]
        return [
            Spot(line, self.plate.middle, self.plate.top + foot)
            for line, foot in zip(self.box.lines, feet, strict=True)
        ]

    @property
    def kind(self) -> Spot:
        return Spot(self.box.kind, self.plate.middle, self.plate.top + baselines(self.box)[-1])

    @property
    def corners(self) -> str:
        """A hexagon's, as SVG points."""
        at = self.plate
        right, low, half = at.left + at.width, at.top + at.height, at.top + at.height // 2
        points = [(at.left + SLANT, at.top), (right - SLANT, at.top), (right, half)]
        points += [(right - SLANT, low), (at.left + SLANT, low), (at.left, half)]
        return " ".join(f"{x},{y}" for x, y in points)

    @property
    def rounding(self) -> int:
        """The radius of a pill's ends."""
        return min(self.plate.height // 2, 30)

    @property
    def inner(self) -> Plate:
        """The second frame of a double one."""
        return self.plate.wider(-INNER - 3 * self.weak)

    @property
    def dashed(self) -> Plate:
        """The line round someone with whom nobody is linked."""
        return self.plate.wider(FRAME)
