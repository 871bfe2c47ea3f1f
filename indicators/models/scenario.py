"""The made-up situation that the indicators are tested on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from workshops.models import Session

from .telling import Telling

LONGEST_TITLE = 120
LONGEST_LINE = 400
LONGEST_STORY = 3000


class Level(models.TextChoices):
    LOCAL = "local", _("Local government")
    NATIONAL = "national", _("National government")


class Horizon(models.TextChoices):
    FIRST_WEEK = "first_week", _("First week")
    FIRST_THREE_MONTHS = "first_three_months", _("First three months")
    FIRST_YEAR = "first_year", _("First year")


class Scenario(Telling, models.Model):
    """A story of a session: a copy of one of the content's (`template`), edited or not, or its own.

    `table` is that of the people who have it where tables differ, 0 for everyone. `facts` is a
    list of texts, `focus` a list of {"indicator": key, "prompt": text}. The twist is sent to
    nobody before `twist_shown_at`.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="scenarios")
    table = models.PositiveSmallIntegerField(default=0)
    template = models.SlugField(max_length=60, blank=True)
    title = models.CharField(max_length=LONGEST_TITLE)
    content_note = models.CharField(max_length=LONGEST_LINE, blank=True)
    story = models.TextField(max_length=LONGEST_STORY)
    facts = models.JSONField(default=list)
    local_question = models.CharField(max_length=LONGEST_LINE)
    national_question = models.CharField(max_length=LONGEST_LINE)
    twist = models.CharField(max_length=LONGEST_LINE, blank=True)
    twist_shown_at = models.DateTimeField(null=True, blank=True)
    focus = models.JSONField(default=list)

    class Meta:
        ordering = ["table"]
        constraints = [
            models.UniqueConstraint(fields=["session", "table"], name="one_scenario_per_table")
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def at(cls, session: Session, table: int) -> "Scenario | None":
        """The story of the people at this table: their own, else everyone's."""
        theirs = cls.objects.filter(session=session, table__in=[0, table])
        return theirs.order_by("-table").first()
