"""What local or national government would do, and what the indicators made of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.models import Note

from .indicator import Indicator
from .scenario import Scenario

LONGEST_OWNER = 80


class Mark(models.TextChoices):
    """What the group says the indicators did (domain brief 2.4)."""

    SAME = "same", _("Same")
    CHANGED = "changed", _("Changed")
    NEW = "new", _("New")


class Response(models.Model):
    """What is said of a response beside its note, on the board of first responses or of those
    made with the indicators. The note's column is its level and horizon ("local-first_week").

    `instead_of` is the first response that this one keeps or changes. `mark` is the group's
    word; `by_role` says that its writer played a seat that is not their own.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="response")
    scenario = models.ForeignKey(
        Scenario, null=True, on_delete=models.SET_NULL, related_name="responses"
    )
    owner = models.CharField(max_length=LONGEST_OWNER, blank=True)
    indicators = models.ManyToManyField(Indicator, related_name="responses", blank=True)
    instead_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="instead"
    )
    mark = models.CharField(max_length=10, choices=Mark, blank=True)
    table = models.PositiveSmallIntegerField(default=0)
    by_role = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.note.text
