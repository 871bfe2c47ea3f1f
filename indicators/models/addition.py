"""An indicator that someone proposes: what becomes of it is for the group to say."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.models import Note

from .indicator import Indicator

LONGEST_DESCRIPTION = 280


class Decision(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    ADOPTED = "adopted", _("Adopted")
    MERGED = "merged", _("Merged")
    PARKED = "parked", _("Parked")


class Addition(models.Model):
    """What is said of a proposed indicator beside its note, whose text is its label.

    Adopted, it has an `indicator` of its own; merged, `merged_into` names the one it joins.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="addition")
    description = models.CharField(max_length=LONGEST_DESCRIPTION, blank=True)
    why = models.CharField(max_length=LONGEST_DESCRIPTION, blank=True)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.PROPOSED)
    indicator = models.OneToOneField(
        Indicator, null=True, blank=True, on_delete=models.SET_NULL, related_name="addition"
    )
    merged_into = models.ForeignKey(
        Indicator, null=True, blank=True, on_delete=models.SET_NULL, related_name="joined_by"
    )

    def __str__(self) -> str:
        return self.note.text
