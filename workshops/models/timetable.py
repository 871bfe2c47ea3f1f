"""A session's steps by the clock, from rows that are read once."""

from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from live.clock import now

from .step import State, Step

if TYPE_CHECKING:
    from .session import Session


class Timetable:
    """When each step of `session` starts, and when all would end.

    It tells of the rows as they were when it was made: make another one after a change.
    """

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.steps = session.agenda_steps()

    @cached_property
    def times(self) -> list[tuple[Step, datetime]]:
        """Each step that is not skipped with the time it starts (actual, else expected)."""
        times, clock = [], self.session.starts_at
        for step in self.steps:
            if step.state == State.SKIPPED:
                continue
            if step.state != State.PLANNED:  # one that Back left is planned again
                clock = step.first_started() or clock
            times.append((step, clock))
            clock = _after(step, clock)
        return times

    @property
    def planned_end(self) -> datetime:
        """When the plan says that the session ends."""
        minutes = sum(step.minutes for step in self.steps if step.state != State.SKIPPED)
        return self.session.starts_at + timedelta(minutes=minutes)

    @property
    def expected_end(self) -> datetime:
        """When the session would end if everything left takes its planned time."""
        if not self.times:
            return self.session.starts_at
        step, clock = self.times[-1]
        return clock + step.taken() if step.state == State.DONE else _after(step, clock)


def _after(step: Step, started: datetime) -> datetime:
    """When what follows a step starts that started then."""
    if step.is_running:
        return now() + max(step.time_left(), timedelta())
    if step.state == State.DONE:
        ends = [span.ended_at for span in step.intervals.all() if span.ended_at]
        return max(ends, default=started)
    return started + step.planned
