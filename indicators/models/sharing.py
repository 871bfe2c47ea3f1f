"""Who works on what: tables above eight people, pairs at a table, each with its indicators."""

from django.db import models

from workshops.models import Participant, Session

from .indicator import Indicator


class Pair(models.Model):
    """Two people, or three where numbers are odd, with a share of the indicators."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="pairs")
    number = models.PositiveSmallIntegerField()
    table = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_pair_per_number")
        ]


class Seat(models.Model):
    """Where a participant sits: at a table, and in a pair once there are pairs."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="seat")
    table = models.PositiveSmallIntegerField(default=1)
    pair = models.ForeignKey(
        Pair, null=True, blank=True, on_delete=models.SET_NULL, related_name="seats"
    )


class Share(models.Model):
    """An indicator that a pair looks after."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="shares")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="shares")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pair", "indicator"], name="one_share_per_pair")
        ]
