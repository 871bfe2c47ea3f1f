from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .content import ContentSet
from .planning import Planning
from .revising import Revising


class Format(models.TextChoices):
    COMBINED = "combined", _("One half-day")
    TWO_SESSIONS = "two_sessions", _("Two linked sessions, stage 1 and stage 2")


class Marking(models.TextChoices):
    OFFICIAL = "OFFICIAL", "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"
    NOT_MARKED = "", _("No marking (outside government)")


class Workshop(Planning, Revising, models.Model):
    """The whole undertaking for one policy area: one or two sessions, one report."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="workshops"
    )
    content = models.ForeignKey(ContentSet, on_delete=models.PROTECT, related_name="workshops")
    policy_area = models.CharField(max_length=160)
    use_case = models.SlugField(max_length=60)
    place = models.CharField(max_length=120, blank=True)
    format = models.CharField(max_length=20, choices=Format, default=Format.COMBINED)
    marking = models.CharField(max_length=20, choices=Marking, default=Marking.OFFICIAL, blank=True)
    shared_with_policy_lab = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.policy_area

    def kept_until(self) -> datetime | None:
        """When notes and names go: 12 months after the last session; None until that has ended."""
        ends = list(self.sessions.values_list("ended_at", flat=True))
        ended = [end for end in ends if end]
        return a_year_after(max(ended)) if ended and len(ended) == len(ends) else None


def a_year_after(moment: datetime) -> datetime:
    """The same day a year later; the last of February where there is no such day."""
    try:
        return moment.replace(year=moment.year + 1)
    except ValueError:
        return moment.replace(year=moment.year + 1, day=28)
