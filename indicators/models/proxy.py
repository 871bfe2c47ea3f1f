"""A sign that can be seen, counted or heard and that stands in for an indicator."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Note
from workshops.models import Participant, Session

from .indicator import Indicator
from .rewording import Rewording
from .settling import Settling

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


def keys_of(indicator: Indicator) -> list[str]:
    """The keys of the columns whose notes are about it: its own, and of those merged into it."""
    found = [indicator]
    for each in found:  # which grows as it is read
        found += Indicator.objects.filter(merged_into=each)
    return [each.key for each in found]


class Proxies(models.QuerySet):
    def on_board(self, board: Board) -> "Proxies":
        """Those that stand on a board by themselves, whatever was said of them."""
        return self.filter(note__in=Note.objects.standing().filter(column__board=board))

    def agreed(self) -> "Proxies":
        return self.filter(state=State.AGREED, note__parked=False)

    def for_indicator(self, indicator: Indicator) -> "Proxies":
        """Those written for it, or for one that is part of it now."""
        return self.filter(note__column__key__in=keys_of(indicator))


class Proxy(Rewording, Settling, models.Model):
    """What is said of a proxy beside its note; the note's column is its indicator.

    The five answers of the stress test are empty until someone asks for it. `state` is never
    PARKED: whether a proxy is parked its note says (`standing` tells of both). `written_for`
    is the key of the indicator that its writer chose, where that is part of another now.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="proxy")
    kind = models.CharField(max_length=10, choices=Kind)
    where_to_look = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    written_for = models.SlugField(max_length=60, blank=True)
    who_holds_it = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    how_often = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    how_late = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    could_be_gamed = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    seen_locally = models.CharField(max_length=LONGEST_ANSWER, blank=True)

    objects = Proxies.as_manager()

    def __str__(self) -> str:
        return self.note.text

    @property
    def session(self) -> Session:
        return self.note.board.session

    @property
    def standing(self) -> State:
        """How it stands with the group."""
        return State.PARKED if self.note.parked else State(self.state)

    @property
    def is_unsettled(self) -> bool:
        """Say whether it waits for the group's word."""
        return self.standing in (State.PROPOSED, State.TO_CHANGE)

    def read_again(self) -> None:
        """Read both rows anew. Call inside the lock."""
        self.counted = None
        self.refresh_from_db(fields=["kind", "where_to_look", "state"])
        self.note.refresh_from_db()


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
