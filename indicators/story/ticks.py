"""The indicators that a form offers: those of the story's focus first, each with its question."""

from dataclasses import dataclass

from workshops.models import Session

from ..models import Indicator, Scenario
from .said import TICK


@dataclass(frozen=True)
class Tick:
    """A box to tick: the indicator's label, what it asks of this story, and whether it is on."""

    key: str
    label: str
    prompt: str
    is_on: bool
    is_focus: bool

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{TICK}{self.key}"


@dataclass(frozen=True)
class Ticks:
    """The indicators in the focus of a story, and the `others`."""

    focus: list[Tick]
    others: list[Tick]

    @property
    def others_on(self) -> bool:
        return any(tick.is_on for tick in self.others)


def ticks(session: Session, story: Scenario | None, on: set[str]) -> Ticks:
    """Those in use and those that are on already."""
    focus = {each["indicator"]: each["prompt"] for each in story.focus} if story else {}
    found = [
        Tick(
            each.key,
            each.label,
            focus.get(each.key) or each.item["scenario_prompt"],
            each.key in on,
            each.key in focus,
        )
        for each in Indicator.of(session.workshop).standing()
        if not each.set_aside_because or each.key in on
    ]
    return Ticks(
        [tick for tick in found if tick.is_focus], [tick for tick in found if not tick.is_focus]
    )
