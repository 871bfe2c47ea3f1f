"""What people did in the step that runs, so that each can undo their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _

from workshops.models import LogEntry, Step
from workshops.refusals import Conflict, Gone
from workshops.viewers import Viewer

from ..departures import words_go
from ..undone import what_was_undone
from .formers import Former
from .remembering import RECOUNTED, votes_return

if TYPE_CHECKING:
    from .note import Note

TENDING = ("hide", "restore", "admit")
TAKING_WORDS_AWAY = ("differently", "restore", "admit")  # when they are undone


class Deeds(models.QuerySet):
    def of(self, viewer: Viewer) -> "Deeds":
        """What this viewer did in the step that the room is on, the last first."""
        assert viewer.session is not None
        step = viewer.session.current_step()
        return self.filter(actor=viewer.identity, step=step).order_by("-pk")

    def about(self, note: "Note") -> "Deeds":
        """Those that changed this note."""
        return self.filter(pk__in=Former.objects.filter(note=note).values("deed"))

    def without_notes(self) -> "Deeds":
        """Those whose notes are all forgotten: a group without them is nothing to bring back."""
        left = Former.objects.filter(deed=models.OuterRef("pk")).exclude(note=None)
        return self.exclude(act="rename").exclude(models.Exists(left))


class Deed(models.Model):
    """One thing that one person did, until it is undone or the step ends.

    `actor` is the identity of who did it: nobody else can undo it or learn what it holds.
    """

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="+")
    board = models.ForeignKey("boards.Board", on_delete=models.CASCADE, related_name="deeds")
    actor = models.CharField(max_length=60)
    act = models.SlugField(max_length=20)

    objects = Deeds.as_manager()

    class Meta:
        indexes = [models.Index(fields=["step", "actor"], name="deeds_of_a_person")]

    def __str__(self) -> str:
        return f"{self.act} by {self.actor}"

    @classmethod
    def find(cls, by: Viewer, key: int | None = None) -> "Deed":
        """Return the deed `key` of this viewer, or their last; raise when there is none to undo."""
        deeds = cls.objects.of(by).select_related("board__session")
        deed = deeds.filter(pk=key).first() if key else deeds.first()
        if deed is None and key:
            raise Gone(_("This cannot be undone any more. Nothing was changed."))
        if deed is None:
            raise Conflict(_("There is nothing of yours to undo in this step."))
        return deed

    @classmethod
    def in_answer(cls, by: Viewer, act: Callable[[], object]) -> dict[str, int]:
        """Carry out `act`; return `undo`, the number under which `by` can undo it, if they can."""
        known = cls.objects.of(by).values_list("pk", flat=True).first() or 0
        act()
        deed = cls.objects.of(by).filter(pk__gt=known).first()
        return {"undo": deed.pk} if deed else {}

    @classmethod
    def forget(cls, note: "Note") -> None:
        """Drop what a note was before, whoever changed it: its writer has taken it back."""
        touched = list(cls.objects.about(note).values_list("pk", flat=True))
        Former.objects.filter(note=note).delete()
        cls.objects.filter(pk__in=touched).without_notes().delete()

    @classmethod
    def forget_said(cls, note: "Note", by: Viewer) -> None:
        """Drop the sentences that `by` had said about a note: they have taken them back."""
        cls.objects.about(note).filter(actor=by.identity, act="differently").delete()

    def undo(self, by: Viewer) -> str:
        """Put everything back as it was and return in words what was undone.

        Nobody else's work is touched: of several notes those that someone has moved since
        stay where they are, and when nothing is as it was left this raises Conflict.
        """
        with self.board.session.lock():
            self.must_be_undoable(by)
            groups, notes = self._what_stands()
            for group in groups:
                group.bring_group_back(notes)
            left = {former.note.cluster for former in notes if former.note}
            for former in notes:
                former.put_back(by)
            for cluster in left:
                if cluster:
                    cluster.go_if_empty()
            self._put_on_record(by)
            self.delete()
            if self.act in RECOUNTED:
                votes_return(self.board)
            return what_was_undone(self.act, [former.note for former in notes])

    def must_be_undoable(self, by: Viewer) -> None:
        """Raise unless `by` did this and may change the board now."""
        if self.actor != by.identity:
            raise Gone(_("This cannot be undone any more. Nothing was changed."))
        if "facilitator" in by.roles:
            self.board.session.must_not_have_ended()
        else:
            self.board.must_be_open()

    def _what_stands(self) -> tuple[list[Former], list[Former]]:
        """The groups, and those of the notes that are as this deed left them; raise if none is."""
        rows = self.formers.select_related("deed", "note__column__board__session", "note__cluster")
        groups = [former for former in rows if former.note is None]
        for group in groups:
            group.group_must_stand()
        notes = [former for former in rows if former.note and former.stands()]
        if not notes and self.act != "rename":
            raise Conflict(_("Someone has moved or changed it since. Nothing was undone."))
        return groups, notes

    def _put_on_record(self, by: Viewer) -> None:
        """The log has what facilitators undo of their own; reports hear when words go."""
        if self.act in TENDING:
            LogEntry.objects.create(
                session=self.board.session, user=by.user, act=f"undid-{self.act}"
            )
        if self.act in TAKING_WORDS_AWAY:
            words_go(self.board)
