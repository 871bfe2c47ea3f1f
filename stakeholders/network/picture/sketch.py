"""One connected piece while it is being drawn: boxes, lines between them, and where each stands."""

from dataclasses import dataclass, field

from ..links import Link
from .boxes import Box
from .layout import Point
from .room import Rect

BADGE = 28  # the width of a number in its ring, with a little air
HALF_BADGE = BADGE // 2
WORD_HEIGHT = 20


@dataclass(frozen=True)
class Line:
    """A link between two boxes of a sketch, and what stands on it: numbers, or the word."""

    one: int
    other: int
    link: Link
    wanted: bool
    numbers: tuple[int, ...]
    word: int = 0  # pixels

    @property
    def need(self) -> int:
        """How long it must at least be seen between its boxes."""
        return max(60, BADGE * len(self.numbers) + 44, self.word + 44 if self.word else 0)


@dataclass(frozen=True)
class Stand:
    """A box with the numbers of the findings about it, and how it is drawn."""

    box: Box
    numbers: tuple[int, ...] = ()
    weak: bool = False
    isolated: bool = False


@dataclass
class Sketch:
    """What is to be drawn together, and the points where the boxes have their middles."""

    stands: list[Stand]
    lines: list[Line]
    points: list[Point] = field(default_factory=list)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        return [(line.one, line.other) for line in self.lines]

    def rect(self, place: int) -> Rect:
        """The room that a box takes, with its dashed frame where it has one."""
        stand = self.stands[place]
        frame = FRAME if stand.isolated else 0
        return Rect.around(self.points[place], stand.box.width, stand.box.height).wider(frame)

    def rects(self) -> list[Rect]:
        return [self.rect(place) for place in range(len(self.stands))]


FRAME = 9  # between an isolated box and the dashed line round it
