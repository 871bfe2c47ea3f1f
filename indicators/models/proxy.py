"""A sign that can be seen, counted or heard and that stands in for an indicator."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.models import Note
from workshops.models import Participant, Session

from .indicator import Indicator

LONGEST_ANSWER = 160


class Kind(models.TextChoices):
    MEASURE = "measure", _("Count it")
    ARTEFACT = "artefact", _("Look for it")
    PRACTICE = "practice", _("People do it")
    EXPERIENCE = "experience", _("People say it")


class State(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    TO_CHANGE = "to_change", _("To change")
    AGREED = "agreed", _("Agreed")
    PARKED = "parked", _("Parked")


class Call(models.TextChoices):
    YES = "yes", _("Yes")
    CHANGE = "change", _("Change it")
    PARK = "park", _("Park it")


class Proxy(models.Model):
    """What is said of a proxy beside its note; the note's column is its indicator.

    The five answers of the stress test are empty until someone asks for it.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="proxy")
    kind = models.CharField(max_length=10, choices=Kind)
    where_to_look = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    who_holds_it = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    how_often = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    how_late = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    could_be_gamed = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    seen_locally = models.CharField(max_length=LONGEST_ANSWER, blank=True)

    def __str__(self) -> str:
        return self.note.text


class ProxyCall(models.Model):
    """One participant's call on one proxy: shown as counts only."""

    proxy = models.ForeignKey(Proxy, on_delete=models.CASCADE, related_name="calls")
    participant = models.ForeignKey(
        Participant, null=True, on_delete=models.SET_NULL, related_name="proxy_calls"
    )
    call = models.CharField(max_length=10, choices=Call)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proxy", "participant"], name="one_proxy_call_each")
        ]


class Gap(models.Model):
    """An indicator that the group leaves without an agreed proxy, and says so."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="gaps")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="gaps")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "indicator"], name="one_gap_per_indicator")
        ]
