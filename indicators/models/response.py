"""What local or national government would do, and what the indicators made of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.models import Note
from workshops.models import Session

from .indicator import Indicator
from .marking import Marking
from .responding import Responding
from .scenario import Scenario

LONGEST_OWNER = 80
FIRST, WITH_INDICATORS = "first_response", "scenario"  # the boards


class Mark(models.TextChoices):
    """What the group says the indicators did (domain brief 2.4)."""

    SAME = "same", _("Same")
    CHANGED = "changed", _("Changed")
    NEW = "new", _("New")


class Responses(models.QuerySet):
    def of(self, session: Session) -> "Responses":
        """Those of one session, on either board, in the order of the board."""
        found = self.filter(note__column__board__session=session)
        return found.order_by("note__column__position", "note__order")

    def firsts(self) -> "Responses":
        """Those that people gave without the indicators."""
        return self.filter(note__column__board__activity_key=FIRST)

    def with_indicators(self) -> "Responses":
        return self.filter(note__column__board__activity_key=WITH_INDICATORS)

    def kept(self) -> "Responses":
        """Those that keep a first response as it is, for everyone to see."""
        return self.shown().exclude(instead_of=None).filter(note__text="")

    def shown(self) -> "Responses":
        """Those that everyone may see."""
        return self.filter(note__state="shown")


class Response(Marking, Responding, models.Model):
    """What is said of a response beside its note, on the board of first responses or of those
    made with the indicators. The note's column is its level and horizon ("local-first_week").

    `instead_of` is the first response that this one keeps or changes. One that is kept has no
    text of its own: it is read where it stands, so taking it back there takes it back here.
    `mark` is the group's word; `by_role` says that its writer played a seat that is not
    their own, and is told of nobody.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="response")
    scenario = models.ForeignKey(
        Scenario, null=True, on_delete=models.SET_NULL, related_name="responses"
    )
    owner = models.CharField(max_length=LONGEST_OWNER, blank=True)
    indicators = models.ManyToManyField(Indicator, related_name="responses", blank=True)
    instead_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="instead"
    )
    mark = models.CharField(max_length=10, choices=Mark, blank=True)
    table = models.PositiveSmallIntegerField(default=0)
    by_role = models.BooleanField(default=False)

    objects = Responses.as_manager()

    def __str__(self) -> str:
        return self.text

    @property
    def level(self) -> str:
        """Which government would do it, a key of Level."""
        return self.note.column.key.partition("-")[0]

    @property
    def horizon(self) -> str:
        """By when, a key of Horizon."""
        return self.note.column.key.partition("-")[2]

    @property
    def is_kept(self) -> bool:
        """Say whether it is a first response as it was."""
        return self.instead_of is not None and not self.note.text

    @property
    def text(self) -> str:
        """Its words; empty once they, or those that it keeps, were taken back or hidden."""
        return self._kept_words() if self.is_kept else self.note.text

    @property
    def before(self) -> str:
        """The words of the first response that it changes; empty where there are none to tell."""
        return "" if self.is_kept else self._kept_words()

    def _kept_words(self) -> str:
        first = self.instead_of
        return first.note.text if first and first.note.state == "shown" else ""

    @property
    def tags(self) -> list[Indicator]:
        """The indicators that call for it, in order; one that was merged is what it is now."""
        workshop = self.note.board.session.workshop
        found = {standing(each) for each in self.indicators.all()}
        for each in found:
            each.workshop = workshop  # whose words are large: read once for all of them
        return sorted(found, key=lambda each: each.position)


def standing(indicator: Indicator) -> Indicator:
    """The indicator that stands for this one now."""
    while indicator.merged_into:
        indicator = indicator.merged_into
    return indicator
