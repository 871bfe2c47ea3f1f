"""An indicator that someone proposes: what becomes of it is for the group to say."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.models import Column, Note
from workshops.models import Session, Workshop
from workshops.refusals import Conflict
from workshops.viewers import Viewer

from .deciding import Deciding
from .indicator import Indicator

if TYPE_CHECKING:
    from ..additions.overlap import Overlap

LONGEST_DESCRIPTION = 280


class Decision(models.TextChoices):
    PROPOSED = "proposed", gettext_lazy("Proposed")
    ADOPTED = "adopted", gettext_lazy("Adopted")
    MERGED = "merged", gettext_lazy("Merged")
    PARKED = "parked", gettext_lazy("Parked")


class Additions(models.QuerySet):
    def of(self, workshop: Workshop) -> "Additions":
        """Those of all sessions of a workshop that there is something to say of, the first one
        first: shown, or an indicator that others have written for."""
        said = models.Q(note__state="shown") | models.Q(indicator__isnull=False)
        rows = self.filter(said, note__column__board__session__workshop=workshop)
        beside = ("note__column__board__session", "indicator", "merged_into__addition__note")
        return rows.select_related(*beside).order_by("note__column__board", "note__order")

    def adopted(self) -> "Additions":
        return self.filter(decision=Decision.ADOPTED)


class Addition(Deciding, models.Model):
    """What is said of a proposed indicator beside its note, whose text is its label.

    Once adopted, it has an `indicator` of its own, which it keeps as long as anything was
    written for it, whatever is decided later; merged, `merged_into` names the one it joins.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="addition")
    description = models.CharField(max_length=LONGEST_DESCRIPTION, blank=True)
    why = models.CharField(max_length=LONGEST_DESCRIPTION, blank=True)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.PROPOSED)
    indicator = models.OneToOneField(
        Indicator, null=True, blank=True, on_delete=models.SET_NULL, related_name="addition"
    )
    merged_into = models.ForeignKey(
        Indicator, null=True, blank=True, on_delete=models.SET_NULL, related_name="joined_by"
    )

    objects = Additions.as_manager()

    if TYPE_CHECKING:
        overlaps: list[Overlap]
        likely: str  # the key of the indicator that it may be part of

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Its words; what is said instead of words that were taken back or hidden."""
        if self.note.state == "taken_back":
            return _("Taken back by its writer")
        return _("Hidden by the facilitator") if self.note.state == "hidden" else self.note.text

    @property
    def meaning(self) -> str:
        """Its description, while its words are shown."""
        return self.description if self.note.state == "shown" else ""

    @property
    def session(self) -> Session:
        return self.note.board.session

    def change(self, by: Viewer, text: str, base: int, said: Mapping[str, str]) -> None:
        """Replace label, description and reason, while it is proposed; `base` is what was seen.

        Its writer may while the board is open; what was entered for the room is changed by
        whoever enters such notes, until the end.
        """
        from ..additions.said import checked

        with self.session.lock():
            self.note.refresh_from_db()
            self.refresh_from_db(fields=["decision"])
            self._must_be_changeable(by)
            self.note.must_be_at(base)
            for name, words in checked(said).items():
                setattr(self, name, words)
            self.save(update_fields=["description", "why"])
            self.note.text = self.note.board.activity.fit(text)
            self.note.version += 1
            self.note.save()
            if self.note.state in ("late", "hidden"):
                self.note.push_trays()
            self.note.push()

    def forget(self) -> None:
        """Erase what is said beside words that are taken back. Call inside the lock.

        An indicator that others have worked on stays, as taken back by its writer.
        """
        self.description = self.why = ""
        self.save(update_fields=["description", "why"])
        if self.indicator:
            self._let_go_if_unused(self.session)

    def _must_be_changeable(self, by: Viewer) -> None:
        if self.note.was_entered_by_one_like(by):
            self.session.must_not_have_ended()
        else:
            self.note.must_be_by(by)
            self.note.board.must_be_open()
        if self.decision != Decision.PROPOSED:
            raise Conflict(
                _("The group has decided on it since: %(decision)s. Your words are kept.")
                % {"decision": self.get_decision_display().lower()}
            )


class Carried(models.Model):
    """A note that went along when its indicator was merged into another.

    `home` is the indicator it was written for and `at` the column it was put into: whoever
    moves it on by hand has the last word.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="carried")
    home = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="carried")
    at = models.ForeignKey(Column, on_delete=models.CASCADE, related_name="+")

    @classmethod
    def remember(cls, note: Note, key: str) -> None:
        """Keep for which indicator a new note was meant, where it went to another."""
        if key in ("", note.column.key):
            return
        workshop = note.board.session.workshop
        if home := Indicator.of(workshop).filter(key=key).first():
            cls.objects.create(note=note, home=home, at=note.column)
