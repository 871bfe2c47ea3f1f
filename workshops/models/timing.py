"""What becomes of a running step when the server's clock is set under it."""

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from django.db.models import F

from live.clock import now

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from .session import Session
    from .step import Step

AT_ONCE = timedelta(seconds=3)  # in which another process on this machine notices the same
LEAST = timedelta(seconds=2)


class Timing:
    """Facilitators are told, and either correct the step or leave it as the clock has it."""

    def clock_was_set(self: "Session", by: timedelta) -> None:
        """Tell facilitators that the server's clock was set by so much, if a step runs."""
        with self.lock():
            step = self.current_step()
            if step and step.feel_clock(by):
                self.show_facilitators()

    def keep_time(self: "Session", pressed_on: int, by: "User") -> None:
        """Let the step end when it would have without the clock being set."""
        with self.lock():
            current = self._current(pressed_on)
            if current.clock_set_by:
                self._log(by, "kept-the-time", _seconds(current.clock_set_by))
                current.correct()
            self._show_clock(current)

    def leave_time(self: "Session", pressed_on: int, by: "User") -> None:
        """Let the step end when the clock, as it was set, says so."""
        with self.lock():
            current = self._current(pressed_on)
            if current.clock_set_by:
                self._log(by, "left-the-time", _seconds(current.clock_set_by))
                current.forget_clock()
            self.show_facilitators()


class Timed:
    """The step's part: `clock_set_by` is by how much, until somebody has answered."""

    @property
    def clock_is_ahead(self: "Step") -> bool:
        return self.clock_set_by is not None and self.clock_set_by > timedelta()

    @property
    def clock_seconds(self: "Step") -> int:
        """By how many seconds the clock was set, forward or back."""
        return round(abs(self.clock_set_by or timedelta()).total_seconds())

    @property
    def clock_minutes(self: "Step") -> int:
        """The same in minutes; 0 when it is less than one."""
        return round(self.clock_seconds / 60) if self.clock_seconds >= 60 else 0

    @property
    def kept_minutes(self: "Step") -> int:
        """The minutes that would be left had the clock not been set; 0 when none would."""
        left = self.time_left() + (self.clock_set_by or timedelta())
        return max(0, ceil(left / timedelta(minutes=1)))

    def feel_clock(self: "Step", by: timedelta) -> bool:
        """Note that the clock was set while this step ran; False when that changes nothing.

        The interval that runs moves along, so that the minutes it took stay true.
        """
        again = self.clock_set_at and abs(now() - self.clock_set_at) < AT_ONCE
        if not self.ends_at or again:
            return False
        total = (self.clock_set_by or timedelta()) + by
        self.clock_set_by = total if abs(total) >= LEAST else None
        self.clock_set_at = now()
        self.save(update_fields=["clock_set_by", "clock_set_at"])
        self.intervals.filter(ended_at=None).update(started_at=F("started_at") + by)
        return True

    def correct(self: "Step") -> None:
        """Move the end along with the clock, running or paused."""
        by = self.clock_set_by or timedelta()
        if self.ends_at:
            self.ends_at += by
        elif self.left is not None:
            self.left += by
        self.forget_clock()

    def forget_clock(self: "Step") -> None:
        """Somebody has answered, or the step is over."""
        self.clock_set_by = self.clock_set_at = None
        self.save()


def _seconds(by: timedelta) -> str:
    return f"{by.total_seconds():+.0f} s"
