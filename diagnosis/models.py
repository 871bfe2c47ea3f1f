"""How far the eight characteristics match: a call by each person, a line by the group."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.models import Column
from boards.text import fit, is_blank
from live.clock import now
from live.rooms import push
from workshops.models import Participant
from workshops.models.step import Mode
from workshops.refusals import Conflict, NotFit
from workshops.viewers import Viewer

from . import fragments
from .problem_type import ProblemType

__all__ = ["Fit", "FitCall", "ProblemType", "Reading"]

SEEN_LATELY = timedelta(minutes=2)
LONGEST_FINDING = 160


class Fit(models.TextChoices):
    """Domain brief 2.1: a group reading after discussion, never a score."""

    STRONG = "strong", gettext_lazy("Strong match")
    PARTIAL = "partial", gettext_lazy("Partial match")
    NONE = "none", gettext_lazy("No match")
    NOT_SURE = "not_sure", gettext_lazy("Not sure")


class Reading(models.Model):
    """The group's reading of one characteristic: calls, whether they show, one line.

    `calls_shown_at` is set once, when all are in or the facilitator shows them;
    from then on calls are frozen.
    """

    column = models.OneToOneField(Column, on_delete=models.CASCADE, related_name="reading")
    finding = models.CharField(max_length=LONGEST_FINDING, blank=True)
    calls_shown_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.column}: {self.finding}"

    @property
    def session(self):
        return self.column.board.session

    @property
    def live_key(self) -> str:
        return f"reading-{self.pk}"

    def counts(self) -> dict[str, int]:
        """How many calls of each kind, in the order strong to not sure."""
        made = dict(self.calls.values_list("call").annotate(models.Count("pk")))
        return {fit: made.get(fit, 0) for fit in Fit.values}

    def missing(self) -> int:
        """How many people seen in the last two minutes have made no call."""
        here = self.session.people_here().filter(seen_at__gte=now() - SEEN_LATELY)
        return here.exclude(calls__reading=self).count()

    def call(self, by: Viewer, fit_key: str) -> None:
        """Make or change one's own call; when all are in, the counts show and freeze."""
        with self.session.lock():
            self.refresh_from_db()
            self.must_take_calls()
            if fit_key not in Fit.values:
                raise NotFit(_("Choose one of the four."))
            if self.calls_shown_at:
                raise Conflict(_("The calls are shown already. Yours did not change."))
            self.calls.update_or_create(participant=by.participant, defaults={"call": fit_key})
            if not self.missing():
                self.calls_shown_at = now()
                self.save()
            self.push()

    def must_take_calls(self) -> None:
        """Raise Conflict unless the board is open in a step that agrees: nobody calls before."""
        self.column.board.must_be_open()
        step = self.column.board.running_step()
        if step and step.mode != Mode.AGREE:
            raise Conflict(_("Calls are made when we build a common view, not yet."))

    def show_calls(self) -> None:
        """Show the counts to everyone and freeze them."""
        with self.session.lock():
            self.refresh_from_db()
            self.session.must_not_have_ended()
            self.calls_shown_at = self.calls_shown_at or now()
            self.save()
            self.push()

    def say(self, finding: str) -> None:
        """Write the group's line on this characteristic; empty clears it."""
        with self.session.lock():
            self.refresh_from_db()
            self.session.must_not_have_ended()
            self.finding = "" if is_blank(finding) else fit(finding, LONGEST_FINDING)
            self.save()
            self.push()

    def push(self) -> None:
        push(self.session.room_key, self.live_key, fragments.reading(self))


class FitCall(models.Model):
    """One participant's call on one characteristic: shown as counts only."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="calls")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="calls")
    call = models.CharField(max_length=10, choices=Fit)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reading", "participant"], name="one_call_each")
        ]
