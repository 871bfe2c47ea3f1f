"""How far a session has come with its story: which round the room is on."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshops.models import Session, Step
from workshops.people_fragments import push_people
from workshops.refusals import Conflict, NotFit

from .response import FIRST, WITH_INDICATORS
from .scenario import Scenario


class Round(models.TextChoices):
    """What the room does with the story now. The first round asks without the indicators."""

    NOTE = "note", gettext_lazy("Content note")
    READ = "read", gettext_lazy("Read")
    FIRST = "first", gettext_lazy("First response")
    LOCAL = "local", gettext_lazy("Local round")
    NATIONAL = "national", gettext_lazy("National round")


BEFORE_THE_STORY = (Round.NOTE, Round.READ)


class Staging(models.Model):
    """How far a session has come with its story."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="staging")
    round = models.CharField(max_length=10, choices=Round, default=Round.READ)

    @classmethod
    def of(cls, session: Session) -> "Staging":
        """Return the staging of a session; made when it is first asked for. In the lock."""
        return cls.objects.get_or_create(session=session)[0]

    def enter(self, step: Step) -> None:
        """Be in a round of `step`: when it first begins in its first, else where it was left.

        In the lock.
        """
        there = rounds_of(step)
        if self.round not in there or step.intervals.count() < 2:
            self._be_in(there[0])

    def tell_again(self, for_all: bool) -> None:
        """Another story has taken the place of the one before. In the lock.

        One that is for a single table leaves the room where it is, once it has read.
        """
        if for_all or self.round in BEFORE_THE_STORY:
            self._be_in(first_of(self.session))

    def move(self, to: str) -> None:
        """Go to another round of the step that runs, forward or back."""
        with self.session.lock():
            self.session.must_not_have_ended()
            step = self.session.current_step()
            if step is None or step.activity_key not in (FIRST, WITH_INDICATORS):
                raise Conflict(_("The room is not on the story now."))
            if to not in rounds_of(step):
                raise NotFit(_("There is no such round in this step."))
            if to not in BEFORE_THE_STORY and not self.session.scenarios.exists():
                raise Conflict(_("Choose a story first."))
            self._be_in(Round(to))
            self.session.show_everyone()
            push_people(self.session)

    def _be_in(self, now: Round) -> None:
        self.round = now
        self.save(update_fields=["round"])


def rounds_of(step: Step) -> list[Round]:
    """The rounds of a step with the story, in order.

    The content note has one where a story has such a note. A first response is asked for in
    a step of its own or, where there was none before the indicators, in the scenario's.
    """
    from ..story.before import is_true_before

    begin = [Round.NOTE, Round.READ] if has_content_note(step.session) else [Round.READ]
    if step.activity_key == FIRST:
        return [*begin, Round.FIRST]
    first = [] if is_true_before(step.session) else [Round.FIRST]
    return [*begin, *first, Round.LOCAL, Round.NATIONAL]


def first_of(session: Session) -> Round:
    """The round in which a story begins."""
    return Round.NOTE if has_content_note(session) else Round.READ


def has_content_note(session: Session) -> bool:
    """Say whether any story of the session has a content note."""
    return Scenario.objects.filter(session=session).exclude(content_note="").exists()
