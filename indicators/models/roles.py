"""What someone is to a story: playing a seat that is not their own, or not doing this one."""

from django.db import models
from django.utils.translation import gettext as _

from workshops.models import Participant, Session
from workshops.refusals import Conflict

from .scenario import Level, Scenario

OWN_SEATS = {"local_government": Level.LOCAL, "national_government": Level.NATIONAL}


class Role(models.Model):
    """A seat of local or national government that is played by someone from elsewhere.

    After the session it is nobody's: how many played a seat is all that stays.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="roles_played")
    participant = models.ForeignKey(
        Participant, null=True, on_delete=models.SET_NULL, related_name="roles"
    )
    level = models.CharField(max_length=10, choices=Level)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "level"], name="one_role_per_level")
        ]

    @classmethod
    def is_played_by(cls, person: Participant | None, level: str) -> bool:
        """Say whether this person has been given the seat of this level."""
        return person is not None and cls.objects.filter(participant=person, level=level).exists()

    @classmethod
    def give(cls, session: Session, person: Participant, level: Level) -> None:
        """Let someone from elsewhere speak for this level; one seat at a time."""
        with session.lock():
            session.must_not_have_ended()
            person.refresh_from_db()
            if person.removed_at:
                raise Conflict(_("This person has left. Choose somebody who is here."))
            if OWN_SEATS.get(person.category) == level:
                raise Conflict(_("They speak for it already: that is where they come from."))
            cls.objects.filter(participant=person).exclude(level=level).delete()
            cls.objects.get_or_create(session=session, participant=person, level=level)
            session.show_everyone()

    @classmethod
    def take(cls, session: Session, person: Participant) -> None:
        """Let someone speak for themselves again."""
        with session.lock():
            session.must_not_have_ended()
            cls.objects.filter(session=session, participant=person).delete()
            session.show_everyone()

    @classmethod
    def played(cls, session: Session) -> dict[Level, int]:
        """How many people from elsewhere play each level that is played so."""
        gone = models.Q(participant__removed_at__isnull=False)
        here = cls.objects.filter(session=session).exclude(gone)
        levels = list(here.values_list("level", flat=True))
        return {level: levels.count(level) for level in Level if level in levels}


class Passed(models.Model):
    """Someone would rather not do this story; no reason is asked, nobody else is told."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="passed")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="passed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scenario", "participant"], name="one_pass_each")
        ]

    @classmethod
    def put(cls, scenario: Scenario, person: Participant, on: bool) -> None:
        """Pass on a story, or come back to it. Nothing is pushed: it is nobody else's affair."""
        with scenario.session.lock():
            scenario.session.must_not_have_ended()
            if on:
                cls.objects.get_or_create(scenario=scenario, participant=person)
            else:
                cls.objects.filter(scenario=scenario, participant=person).delete()
