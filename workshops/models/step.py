from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from live.clock import now

from ..content.reading import spoken
from .timing import Timed

if TYPE_CHECKING:
    from workshops.activities import Activity

    from .session import Session

LEAST_ON_RETURN = timedelta(minutes=2)


class State(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    DONE = "done", _("Done")
    SKIPPED = "skipped", _("Skipped")


class Mode(models.TextChoices):
    """What people do in a step."""

    READ = "read", _("Read")
    WRITE = "write", _("Write")
    AGREE = "agree", _("Agree")
    VOTE = "vote", _("Vote")
    SUGGEST = "suggest", _("Suggest")
    MARK = "mark", _("Mark")
    PAUSE = "pause", _("Pause")


class Step(Timed, models.Model):
    """A timed part of a session's agenda. Only `Session` moves it from state to state.

    `ends_at` is when the clock reaches zero while active; `left` is what remains
    while paused, or remained when the step was left; `clock_set_by` says by how much the
    server's clock was set meanwhile (see timing.py). At zero the board stays open.
    In a step that is `write_first` notes are sealed until `opened_at`.
    """

    session = models.ForeignKey("workshops.Session", on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=50)
    activity_key = models.SlugField(max_length=30)
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.READ)
    stage = models.CharField(max_length=16, blank=True)
    label = models.CharField(max_length=80)
    title = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField()
    added_seconds = models.IntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    ends_at = models.DateTimeField(null=True, blank=True)
    left = models.DurationField(null=True, blank=True)
    clock_set_by = models.DurationField(null=True, blank=True)
    clock_set_at = models.DateTimeField(null=True, blank=True)
    write_first = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def of(
        cls, session: "Session", words: Mapping[str, Any], position: int, minutes: int
    ) -> "Step":
        """Return an unsaved step made from an entry of the content's table `steps`."""
        return cls(
            session=session,
            position=position,
            key=words["key"],
            activity_key=words["activity"],
            mode=words["mode"],
            stage=words.get("stage", ""),
            label=words["label"],
            title=words["title"],
            minutes=minutes,
        )

    @property
    def activity(self) -> "Activity":
        from workshops.activities import activity

        return activity(self.activity_key)

    @property
    def words(self) -> Mapping[str, Any]:
        """The script of this step in the workshop's content: say, do, now and so on."""
        return self.session.content_of_step(self.key)

    @property
    def say(self) -> str:
        """What the facilitator may say, with the length of the step filled in."""
        return spoken(self.words["say"], self.minutes)

    @property
    def now_sentence(self) -> str:
        """What follows "Now:" on every page of this step."""
        part = self.activity.says_now(self) if self.is_running else ""
        return part or spoken(self.words["now"], self.minutes)

    @property
    def is_running(self) -> bool:
        return self.state in (State.ACTIVE, State.PAUSED)

    @property
    def has_begun(self) -> bool:
        """Say whether it ever ran; one that Back left is planned again and has begun."""
        return self.intervals.exists()

    @property
    def may_write_first(self) -> bool:
        """Say whether people write in it on a board that can keep notes sealed."""
        return self.activity.may_write_first(self)

    @property
    def planned(self) -> timedelta:
        return timedelta(minutes=self.minutes)

    @property
    def length(self) -> timedelta:
        """Planned time and what the facilitator added: the minute boxes of the timer."""
        return self.planned + timedelta(seconds=self.added_seconds)

    def time_left(self) -> timedelta:
        """What remains on the clock; negative when the time is over."""
        if self.state == State.ACTIVE and self.ends_at:
            return self.ends_at - now()
        return self.left if self.left is not None else self.length

    def taken(self) -> timedelta:
        """The sum of the intervals in which this step ran (pauses are not counted)."""
        spans = [(span.ended_at or now()) - span.started_at for span in self.intervals.all()]
        return sum(spans, timedelta())

    def first_started(self) -> datetime | None:
        spans = list(self.intervals.all())
        return spans[0].started_at if spans else None

    def run(self, left: timedelta) -> None:
        """Start or resume the clock with `left` to go."""
        self.state, self.left, self.ends_at = State.ACTIVE, None, now() + left
        self.save()
        self.intervals.create(started_at=now())

    def stop(self, state: State) -> None:
        """Stop the clock, keep what was left, and take the new `state`."""
        self.left = self.time_left()
        self.state, self.ends_at = state, None
        if state != State.PAUSED:
            self.clock_set_by = self.clock_set_at = None
        self.save()
        self.intervals.filter(ended_at=None).update(ended_at=now())

    def extend(self, by: timedelta) -> None:
        """Add time to this step's clock, running or paused; never past zero length."""
        self.added_seconds += int(by.total_seconds())
        if self.ends_at:
            self.ends_at = max(self.ends_at, now()) + by
        else:
            self.left = max(self.time_left(), timedelta()) + by
        self.forget_clock()  # whoever adds minutes by hand has seen what the clock says


class Interval(models.Model):
    """One stretch of time in which a step ran."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="intervals")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["started_at", "pk"]
