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


def ticks(session: Session, story: Scenario | None, on: set[str]) -> list[Tick]:
    """Those in use and those that are on already, the focus of the story first."""
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
    return sorted(found, key=lambda tick: not tick.is_focus)
