"""The made-up situation that the indicators are tested on, and how far its telling has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from workshops.models import Participant, Session

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


class Round(models.TextChoices):
    """What the room does with the story now. The first round asks without the indicators."""

    READ = "read", _("Read")
    FIRST = "first", _("First response")
    LOCAL = "local", _("Local round")
    NATIONAL = "national", _("National round")


class Scenario(models.Model):
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


class Staging(models.Model):
    """How far a session has come with its story."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="staging")
    round = models.CharField(max_length=10, choices=Round, default=Round.READ)


class Role(models.Model):
    """A seat of local or national government that is played by someone from elsewhere."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="roles_played")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="roles")
    level = models.CharField(max_length=10, choices=Level)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "level"], name="one_role_per_level")
        ]


class Passed(models.Model):
    """Someone would rather not do this story; no reason is asked, nobody else is told."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="passed")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="passed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scenario", "participant"], name="one_pass_each")
        ]
