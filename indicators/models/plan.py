"""What the group will really do: who owns it, by when, and how they will know."""

from django.db import models
from django.utils.translation import gettext_lazy

from boards.models import Note
from workshops.models import Session, Workshop

from .acting import Acting
from .looking_again import LookingAgain
from .response import LONGEST_OWNER


class PlanLevel(models.TextChoices):
    LOCAL = "local", gettext_lazy("Local government")
    NATIONAL = "national", gettext_lazy("National government")
    BOTH = "both", gettext_lazy("Both")


class Stage(models.TextChoices):
    CHECK = "check", gettext_lazy("Check")
    PLAN = "plan", gettext_lazy("Plan")
    DO = "do", gettext_lazy("Do")


class Plan(LookingAgain, models.Model):
    """A session's plan beside its actions: when the group looks again, and its next steps.

    `recommendations` are the keys of two of the content's at most.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="plan")
    review_on = models.DateField(null=True, blank=True)
    recommendations = models.JSONField(default=list)


class Action(Acting, models.Model):
    """What is said of an action of the plan beside its note: a response that the group chose, or
    one that someone wrote at the close. Its `owner` is an organisation or a role.

    What was chosen and is no more is not `in_plan`; what was said of it stays, should it be
    chosen again. `answers` holds by stage what is said to its questions, in their order;
    `barriers` the keys of what stands in the way. `version` rises with each change.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="action")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="actions")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="actions")
    in_plan = models.BooleanField(default=True)
    level = models.CharField(max_length=10, choices=PlanLevel, blank=True)
    owner = models.CharField(max_length=LONGEST_OWNER, blank=True)
    due_on = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=10, choices=Stage, blank=True)
    answers = models.JSONField(default=dict)
    barriers = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    # In words, where the plan is shown: see plan.fragments.
    barrier_labels: list[str]
    indicator_labels: list[str]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """What is to be done: the words of the note that stands for it now; empty once they
        were taken back."""
        note = self.stands_as
        return note.text if self.is_own else note.response.text

    @property
    def stands_as(self) -> Note:
        """Its note, or the one that this was merged into."""
        return self.note.survivor()

    @property
    def is_own(self) -> bool:
        """Say whether someone wrote it at the close; else the group chose it."""
        return self.note.board.activity_key == "plan"

    @property
    def is_built_on(self) -> bool:
        """Say whether anything is said of it beside its words."""
        said = (self.owner, self.due_on, self.stage, self.barriers, self.answers)
        return any(bool(each) for each in said)
