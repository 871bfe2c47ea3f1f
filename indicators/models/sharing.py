"""Who works on what: tables above eight people, pairs at a table, each with its indicators."""

from typing import TYPE_CHECKING

from django.db import models

from workshops.models import Participant, Session

from .indicator import Indicator
from .pairing import Pairing
from .seating import Seating

NO_TABLE = 0  # of people who all sit together


class Pair(Pairing, models.Model):
    """Two people, or three where numbers are odd, with a share of the indicators.

    While a session has pairs, each indicator in use is with at least one of them.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="pairs")
    number = models.PositiveSmallIntegerField()
    table = models.PositiveSmallIntegerField(default=NO_TABLE)

    if TYPE_CHECKING:
        people: list[Participant]
        indicators: list[Indicator]

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_pair_per_number")
        ]

    def __str__(self) -> str:
        return str(self.number)


class Seat(Seating, models.Model):
    """Where a participant sits: at a table where there are several, and in a pair once there
    are pairs. Who sat where is forgotten when the session ends.
    """

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="seat")
    table = models.PositiveSmallIntegerField(default=NO_TABLE)
    pair = models.ForeignKey(
        Pair, null=True, blank=True, on_delete=models.SET_NULL, related_name="seats"
    )


class Share(models.Model):
    """An indicator that a pair looks after."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="shares")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="shares")

    class Meta:
        ordering = ["indicator__position"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "indicator"], name="one_share_per_pair")
        ]
