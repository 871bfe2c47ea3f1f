"""What a plan adds up to, and what the guide would say about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .step import State, Step

if TYPE_CHECKING:
    from .session import Session

MOST_IN_STAGE_1 = 12  # suggested by the project; the guide gives no number
MOST_IN_STAGE_2 = 8  # 5 to 8, the guide


@dataclass(frozen=True)
class Advice:
    """One thing the guide would say. It warns and never forbids.

    `when` is "short" or "exact" for what depends on a stage's minutes (then the
    page can judge it again as minutes change), else "people".
    """

    when: str
    applies: bool
    sentence: str
    stage: str = ""
    minutes: int = 0
    least: int = 0

    def __str__(self) -> str:
        return self.sentence.format(minutes=self.minutes)

    @property
    def html(self) -> SafeString:
        """The sentence with its minutes marked, so that they can follow the inputs."""
        span = format_html('<span data-minutes-of="{}">{}</span>', self.stage, self.minutes)
        return format_html(self.sentence, minutes=span)


class AgendaSums:
    """Questions to a session's plan; steps that are left out count nowhere."""

    def minutes_by_part(self: "Session") -> dict[str, int]:
        """Minutes of each part that occurs: stages, `extra`, `break`, `ends`."""
        sums: dict[str, int] = {}
        for step in self.steps.exclude(state=State.SKIPPED):
            part = self.part_of(step)
            sums[part] = sums.get(part, 0) + step.minutes
        return sums

    def part_of(self: "Session", step: Step) -> str:
        """Which sum a step counts to: its stage, `extra`, `break`, or `ends` (welcome, close)."""
        if step.stage:
            return "extra" if step.words.get("extra") else step.stage
        return "break" if step.key == "break" else "ends"

    def ends(self: "Session") -> datetime:
        """When it ends: by the plan, or once it runs, if what is left takes its planned time."""
        timetable = self.timetable()
        return timetable.expected_end if self.started_at else timetable.planned_end

    def planned_end(self: "Session") -> datetime:
        """When the plan says that the session ends."""
        return self.timetable().planned_end

    def stages(self: "Session") -> list[dict]:
        """The content's stages that this session's plan has, left out or not."""
        here = set(self.steps.values_list("stage", flat=True))
        return [s for s in self.workshop.content.head("agendas")["stages"] if s["key"] in here]

    def advice(self: "Session") -> list[Advice]:
        """Everything the guide could say, each with whether it applies to the plan now."""
        sums, found = self.minutes_by_part(), []
        for stage in self.stages():
            if "guide_minutes" in stage:
                found += _on_minutes(stage, sums.get(stage["key"], 0))
        return found + self._on_people()

    def warnings(self: "Session") -> list[str]:
        """What the guide would say to the plan as it is, as sentences."""
        return [str(each) for each in self.advice() if each.applies]

    def _on_people(self: "Session") -> list[Advice]:
        expected, keys = self.expected or 0, {stage["key"] for stage in self.stages()}
        found = []
        if "stage_1" in keys and expected > MOST_IN_STAGE_1:
            text = _("You expect %(people)d people. Stage 1 works best with 4 to 12.")
            found.append(Advice("people", True, text % {"people": expected}))
        if "stage_2" in keys and expected > MOST_IN_STAGE_2:
            text = _(
                "You expect %(people)d people. The guide asks for 5 to 8 in stage 2: "
                "plan tables of 5 to 8."
            )
            found.append(Advice("people", True, text % {"people": expected}))
        return found


def _on_minutes(stage: dict, minutes: int) -> list[Advice]:
    least, most = stage["guide_minutes"]["least"], stage["guide_minutes"]["most"]
    name = {"name": stage["label"].partition(":")[0], "least": least}
    short = _("%(name)s has {minutes} minutes. The guide asks for %(least)d or more.") % name
    exact = _("%(name)s has the {minutes} minutes that the guide asks for, and none to spare.")
    facts = {"stage": stage["key"], "minutes": minutes, "least": least}
    found = [Advice("short", minutes < least, short, **facts)]
    if most > least:
        found.append(Advice("exact", minutes == least, exact % name, **facts))
    return found
