"""The run sheet: what was planned, what happened, and when it would end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from .models.step import State

if TYPE_CHECKING:
    from .models import LogEntry, Session, Step
    from .models.timetable import Timetable

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Line:
    """One step of the run sheet. Minutes are whole; `over` is how many more than planned."""

    step: "Step"
    starts: datetime | None
    took: int | None
    over: int

    @property
    def may_be_skipped(self) -> bool:
        return self.step.state in (State.PLANNED, State.SKIPPED)


def runsheet_context(session: "Session") -> dict:
    """`lines`, how many minutes `behind` (negative when ahead), when it `would_end`, and
    what Back and Next lead to."""
    timetable = session.timetable()
    would_end = timetable.expected_end
    step = session.current_step()
    return {
        "lines": runsheet(timetable),
        "behind": round((would_end - timetable.planned_end) / MINUTE),
        "ahead": round((timetable.planned_end - would_end) / MINUTE),
        "would_end": would_end,
        "following": session.next_planned(),
        "earlier": session.step_before(step) if step else None,
        "handed": last_handed(session),
    }


def runsheet(timetable: "Timetable") -> list[Line]:
    """Every step in order, the skipped ones too."""
    starts = {step.pk: clock for step, clock in timetable.times}
    return [_line(step, starts.get(step.pk)) for step in timetable.steps]


def agenda_parts(session: "Session") -> list[dict]:
    """The agenda as the screen tells it: one entry for steps in a row of which it says the same."""
    labels = {each["key"]: each for each in session.workshop.content.head("steps")["activities"]}
    parts: list[dict] = []
    for step, starts in session.timetable().times:
        known = labels.get(step.activity_key)
        label = known["lobby"] if known else step.title
        if not parts or parts[-1]["label"] != label:
            parts.append({"label": label, "starts": starts})
    return parts


def last_handed(session: "Session") -> "LogEntry | None":
    """The last time the controls changed hands."""
    acts = ("took-the-controls", "handed-over")
    return session.log_entries.filter(act__in=acts).select_related("user").last()


def _line(step: "Step", starts: datetime | None) -> Line:
    done = step.state == State.DONE
    took = round(step.taken() / MINUTE) if done else None
    over = took - step.minutes if took is not None else 0
    return Line(step, starts, took, over)
