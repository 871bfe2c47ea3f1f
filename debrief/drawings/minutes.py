"""Planned against actual minutes: an outlined bar for the plan, a filled one for what it took."""

from dataclasses import dataclass

from .hatch import Line, hatched

WIDE = 240  # pixels for the longest bar of a table
TALL, BAR = 16, 8  # the outlined bar, and the filled one in its middle
EDGE = 1  # room for the outline
STEPS = (1, 5, 10, 15, 30, 60, 120, 240)  # minutes from tick to tick
MOST_TICKS = 6


@dataclass(frozen=True)
class Tick:
    """A number of minutes, and where it stands."""

    minutes: int
    x: float


@dataclass(frozen=True)
class Bars:
    """One step: how long its plan is, how much was taken within it, and what ran over.

    Lengths in pixels; `hatch` are the lines of what ran over, 0 where nothing did.
    """

    planned: float
    within: float
    over: float
    hatch: list[Line]
    ticks: list[Tick]

    edge, tall, bar, width = EDGE, TALL, BAR, WIDE + 2 * EDGE

    @property
    def top(self) -> float:
        """Where the filled bar begins."""
        return (TALL - BAR) / 2

    @property
    def end(self) -> float:
        """Where the plan ends, and what ran over begins."""
        return EDGE + self.planned


@dataclass(frozen=True)
class Scale:
    """The scale of one table, so that its bars can be compared."""

    longest: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(1, self.longest))

    def at(self, minutes: int) -> float:
        return round(WIDE * minutes / self.longest, 1)

    @property
    def ticks(self) -> list[Tick]:
        """Round numbers of minutes, not more than can be read."""
        step = next((each for each in STEPS if self.longest / each <= MOST_TICKS), self.longest)
        return [Tick(each, EDGE + self.at(each)) for each in range(0, self.longest + 1, step)]

    def bars(self, planned: int, actual: int | None) -> Bars:
        """The two bars of a step; nothing is filled where it never ran."""
        took = actual or 0
        within, over = self.at(min(planned, took)), self.at(max(0, took - planned))
        start = EDGE + self.at(planned)
        hatch = hatched(start, (TALL - BAR) / 2, over, BAR)
        return Bars(self.at(planned), within, over, hatch, self.ticks)
