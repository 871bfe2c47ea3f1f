"""An agenda as its page and sheets show it: parts, rows with clock times, a bar of time."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Session, Step
from .models.step import State


@dataclass
class Row:
    """A step in its agenda. `segment` is its place in the bar, None when it is left out."""

    step: Step
    starts: datetime | None
    segment: int | None
    part: str
    may_go_up: bool
    may_go_down: bool
    field: BoundField | None = None
    first: BoundField | None = None
    focus: str = ""

    @property
    def can_change(self) -> bool:
        """Say whether its minutes are still a plan."""
        return self.step.state == State.PLANNED

    @property
    def is_left_out(self) -> bool:
        return self.step.state == State.SKIPPED

    @property
    def ends_at_minute(self) -> int | None:
        """When a step that has begun ends, in minutes of the day; the rest follows from it."""
        if self.can_change or self.starts is None:
            return None
        left = max(self.step.time_left(), timedelta()) if self.step.is_running else timedelta()
        ends = timezone.localtime(max(self.starts + self.step.taken() + left, self.starts))
        return ends.hour * 60 + ends.minute


@dataclass
class Part:
    """Steps under one heading: opening, a stage, closing."""

    key: str
    label: str
    minutes: int | None = None
    rows: list[Row] = field(default_factory=list)


@dataclass
class Segment:
    """A stretch of the bar: where it begins and how long it is, in percent of the whole."""

    kind: str
    minutes: int
    x: float = 0
    width: float = 0


@dataclass
class Outline:
    """The whole agenda of a session; `sums` holds (part, label, minutes), `total` minutes."""

    session: Session
    parts: list[Part]
    segments: list[Segment]
    sums: list[tuple[str, str, int]]
    total: int

    @property
    def starts_at_minute(self) -> int:
        start = timezone.localtime(self.session.starts_at)
        return start.hour * 60 + start.minute


def outline_of(session: Session) -> Outline:
    """Lay out a session's agenda."""
    timetable = session.timetable()
    steps, starts = timetable.steps, {step.pk: time for step, time in timetable.times}
    labels = {stage["key"]: stage["label"] for stage in session.stages()}
    minutes = session.minutes_by_part()
    parts: list[Part] = []
    segments: list[Segment] = []
    for here, step in enumerate(steps):
        key = _heading_of(step)
        if not parts or (key and key != parts[-1].key):
            parts.append(Part(key, _label(key, labels), minutes.get(key)))
        row = Row(
            step,
            starts.get(step.pk),
            _put(segments, session.part_of(step), step),
            session.part_of(step),
            session.may_move(steps, here, up=True),
            session.may_move(steps, here, up=False),
        )
        parts[-1].rows.append(row)
    total = sum(minutes.values())
    _measure(segments, total)
    return Outline(session, parts, segments, _sums(minutes, labels), total)


def _heading_of(step: Step) -> str:
    """The part a step stands under; a break stands under whatever comes before it."""
    if step.stage:
        return step.stage
    return {"welcome": "opening", "close": "closing"}.get(step.activity_key, "")


def _label(key: str, labels: dict[str, Any]) -> str:
    return labels.get(key) or {"opening": _("Opening"), "closing": _("Closing")}.get(key, "")


def _put(segments: list[Segment], kind: str, step: Step) -> int | None:
    if step.state == State.SKIPPED:
        return None
    if not segments or segments[-1].kind != kind:
        segments.append(Segment(kind, 0))
    segments[-1].minutes += step.minutes
    return len(segments) - 1


def _measure(segments: list[Segment], total: int) -> None:
    before = 0
    for segment in segments:
        segment.x = round(100 * before / total, 3)
        segment.width = round(100 * segment.minutes / total, 3)
        before += segment.minutes


def _sums(minutes: dict[str, int], labels: dict[str, str]) -> list[tuple[str, str, int]]:
    """The sums as they are listed: stages first, then what comes on top."""
    order = [(key, label.partition(":")[0]) for key, label in labels.items()]
    order += [("extra", _("Relationship map")), ("break", _("Break"))]
    order += [("ends", _("Opening and close"))]
    return [(key, label, minutes.get(key, 0)) for key, label in order if key in minutes]
