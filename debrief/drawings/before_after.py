"""Before and after, for one level of government: what was said at first on the left, what was
said with the indicators on the right, in bands of time, and a line from the one to the other."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

BOX, HIGH = 54, 16  # of one action, in pixels
PITCH, HEAD, FOOT = 21, 20, 5  # from action to action; above and below those of a band
AFTER = 212  # where the right-hand boxes begin
SIGN, SIGNS = 16, 3  # from sign to sign, and the most beside one box
WIDE = AFTER + BOX + SIGNS * SIGN + 4
TOP = 20  # for the two heads
MOST = 60  # actions of one level; with more, the table has to do
SAID = ("kept", "reworded", "moved", "reowned", "added", "dropped", "untold")


@dataclass(frozen=True)
class Box:
    """One action on one side: the number of its note, its place, its signs, and how it looks."""

    note: str
    x: int
    y: int
    signs: tuple[str, ...] = ()
    look: str = "plain"

    @property
    def middle(self) -> int:
        return self.x + BOX // 2

    @property
    def sign_places(self) -> list[tuple[str, int]]:
        """Each sign and where it begins, right of the box."""
        return [(sign, self.x + BOX + 4 + SIGN * at) for at, sign in enumerate(self.signs)]


@dataclass(frozen=True)
class Band:
    """A time by which something is done, and the room it takes."""

    label: str
    y: int
    rows: int

    def row(self, at: int) -> int:
        return self.y + HEAD + PITCH * at

    @property
    def height(self) -> int:
        return HEAD + PITCH * self.rows + FOOT


@dataclass
class Panel:
    """One level of government. `links` go from the middle of a box to that of another."""

    label: str
    bands: list[Band]
    boxes: list[Box] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)

    box, high, wide, after, top = BOX, HIGH, WIDE, AFTER, TOP

    @property
    def height(self) -> int:
        return self.bands[-1].y + self.bands[-1].height

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How often each sign stands in it, in a fixed order."""
        met = Counter(sign for box in self.boxes for sign in box.signs)
        return [(sign, met[sign]) for sign in SAID if met[sign]]


def panels(found: dict[str, Any]) -> list[Panel]:
    """A panel for each level that can be compared; none where there is too much to draw.

    The bands of the panels are alike, so that they can be read side by side.
    """
    told = [level["label"] for level in found["levels"] if level["is_told"]]
    lines = [each for each in [*found.get("kept", []), *found["lines"]] if can_be_drawn(each)]
    by_level = {level: [each for each in lines if each["level"] == level] for level in told}
    by_level = {level: these for level, these in by_level.items() if these}
    if any(len(these) > MOST for these in by_level.values()):
        return []
    sides = {level: Sides(these) for level, these in by_level.items()}
    bands = bands_of(found.get("horizons", []), list(sides.values()))
    return [drawn(level, bands, these) for level, these in sides.items()] if bands else []


def can_be_drawn(line: dict[str, Any]) -> bool:
    """Whether a line has an action to show, and something to compare it with."""
    return "uncompared" not in line["changes"] and bool(before(line) or after(line))


def before(line: dict[str, Any]) -> str:
    return next(iter(line["before"]["notes"]), "")


def after(line: dict[str, Any]) -> str:
    return next(iter(line["after"]["notes"]), "")


def signs(panels: list[Panel]) -> list[str]:
    """The signs in some panels, each once, in a fixed order."""
    met = {sign for panel in panels for sign, _ in panel.counts}
    return [sign for sign in SAID if sign in met]


class Sides:
    """The actions of one level by side and time; those that stay in their time come first."""

    def __init__(self, lines: list[dict[str, Any]]) -> None:
        self.lines = lines
        self.left: dict[str, list[dict[str, Any]]] = {}
        self.right: dict[str, list[dict[str, Any]]] = {}
        seen: set[str] = set()
        for line in sorted(lines, key=lambda each: not stays(each)):
            if before(line) and before(line) not in seen:
                seen.add(before(line))
                self.left.setdefault(by_when_at_first(line), []).append(line)
            if after(line):
                self.right.setdefault(line["horizon"], []).append(line)

    def rows(self, horizon: str) -> int:
        return max(len(self.left.get(horizon, [])), len(self.right.get(horizon, [])))


def by_when_at_first(line: dict[str, Any]) -> str:
    return line["was_by"] or line["horizon"]


def stays(line: dict[str, Any]) -> bool:
    """Whether an action is on both sides, by the same time."""
    return bool(before(line) and after(line)) and by_when_at_first(line) == line["horizon"]


def bands_of(horizons: list[str], sides: list[Sides]) -> list[Band]:
    """Times below each other, each as high as the fullest level needs; empty ones are left out."""
    bands: list[Band] = []
    y = TOP
    for horizon in horizons:
        rows = max((each.rows(horizon) for each in sides), default=0)
        if rows:
            bands.append(Band(horizon, y, rows))
            y += bands[-1].height
    return bands


def drawn(level: str, bands: list[Band], sides: Sides) -> Panel:
    """Place the actions of one level in its bands and join those that are the same."""
    panel = Panel(level, bands)
    at_first: dict[str, int] = {}
    for band in bands:
        for row, line in enumerate(sides.left.get(band.label, [])):
            at_first[before(line)] = band.row(row)
            gone = not after(line)
            panel.boxes.append(Box(before(line), 0, band.row(row), *looks(line) if gone else ()))
    for band in bands:
        for row, line in enumerate(sides.right.get(band.label, [])):
            panel.boxes.append(Box(after(line), AFTER, band.row(row), *looks(line)))
            if before(line):
                middle = HIGH // 2
                panel.links.append((at_first[before(line)] + middle, band.row(row) + middle))
    return panel


def looks(line: dict[str, Any]) -> tuple[tuple[str, ...], str]:
    """The signs beside an action, and how its box looks."""
    signs = tuple(change for change in line["changes"] if change in SAID)
    return signs, next((each for each in ("added", "dropped") if each in signs), "plain")
