"""How far an indicator is true here, in words, as each person sees it: private until closed."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from workshops.models import Participant, Session

from .indicator import Indicator
from .rating_round import Running

if TYPE_CHECKING:
    from ..reading.told import Said


class HowFar(models.TextChoices):
    """Domain brief 5.6: words, not numbers; never added up to a score."""

    NOT_AT_ALL = "not_at_all", _("Not at all")
    IN_PLACES = "in_places", _("In places")
    MOSTLY = "mostly", _("Mostly")
    FULLY = "fully", _("Fully")
    CANNOT_SAY = "cannot_say", _("Cannot say")


class RatingRound(Running, models.Model):
    """The rating of the indicators in one session: an extra, opened and closed once.

    `groups` says from the closing on which kinds of people stand by themselves (`shown`) and
    which are told of `together` only, so that no later change to the room tells more.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="rating_round")
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    groups = models.JSONField(default=dict)

    @classmethod
    def of(cls, session: Session) -> "RatingRound | None":
        """The rating of this session; None while nobody has opened one."""
        return cls.objects.filter(session=session).first()

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None

    def turnout(self) -> int:
        """How many people have rated anything."""
        here = self.ratings.filter(participant__removed_at=None).exclude(participant=None)
        return here.values("participant").distinct().count()

    def own(self, person: Participant) -> dict[str, str]:
        """What this person has said of each indicator, by its key."""
        mine = self.ratings.filter(participant=person)
        return dict(mine.values_list("indicator__key", "how_far"))

    def said(self) -> "dict[int, Said]":
        """The ratings of each indicator (its primary key); nothing before they are closed."""
        found: dict[int, Said] = {}
        if self.closed_at:
            rows = self.ratings.order_by("pk").values_list("indicator", "category", "how_far")
            for indicator, category, how_far in rows:
                found.setdefault(indicator, []).append((category, how_far))
        return found


class Rating(models.Model):
    """One person's rating of one indicator. After the session it is nobody's; `category` stays."""

    round = models.ForeignKey(RatingRound, on_delete=models.CASCADE, related_name="ratings")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="ratings")
    participant = models.ForeignKey(
        Participant, null=True, on_delete=models.SET_NULL, related_name="ratings"
    )
    category = models.CharField(max_length=30)
    how_far = models.CharField(max_length=10, choices=HowFar)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "indicator", "participant"], name="one_rating_each"
            )
        ]
