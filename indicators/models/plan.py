"""What the group will really do: who owns it, by when, and how they will know."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.models import Note
from workshops.models import Session, Workshop

from .response import LONGEST_OWNER


class PlanLevel(models.TextChoices):
    LOCAL = "local", _("Local government")
    NATIONAL = "national", _("National government")
    BOTH = "both", _("Both")


class Stage(models.TextChoices):
    CHECK = "check", _("Check")
    PLAN = "plan", _("Plan")
    DO = "do", _("Do")


class Plan(models.Model):
    """A session's plan beside its actions: when the group looks again, and its next steps.

    `recommendations` are the keys of two of the content's at most.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="plan")
    review_on = models.DateField(null=True, blank=True)
    recommendations = models.JSONField(default=list)


class Action(models.Model):
    """What is said of an action of the plan beside its note: a response that the group chose, or
    one that someone wrote at the close. Its `owner` is an organisation or a role.

    `answers` holds what is said to the questions of its stage, in their order; `barriers`
    the keys of what stands in the way.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="action")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="actions")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="actions")
    level = models.CharField(max_length=10, choices=PlanLevel, blank=True)
    owner = models.CharField(max_length=LONGEST_OWNER, blank=True)
    due_on = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=10, choices=Stage, blank=True)
    answers = models.JSONField(default=list)
    barriers = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.note.text
