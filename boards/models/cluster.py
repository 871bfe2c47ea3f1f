import uuid

from django.db import models
from django.utils.translation import gettext as _

from live.rooms import gone, push
from workshops.models.step import Mode
from workshops.refusals import Conflict, Gone, NotAllowed, NotFit
from workshops.viewers import Viewer

from .. import fragments
from ..text import fit
from .board import Board, Column
from .remembering import remembering, undoable

LONGEST_NAME = 80


class Cluster(models.Model):
    """A named group of notes in one column. It lives with one note and vanishes at none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    column = models.ForeignKey(Column, on_delete=models.CASCADE, related_name="clusters")
    name = models.CharField(max_length=LONGEST_NAME)
    order = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name

    @property
    def board(self) -> Board:
        return self.column.board

    @property
    def live_key(self) -> str:
        return f"cluster-{self.pk}"

    @property
    def live_order(self) -> str:
        """Clusters come before loose notes, in the order made."""
        return f"a{self.order:08d}"

    def push(self) -> None:
        push(
            self.board.room_key,
            self.live_key,
            fragments.cluster(self),
            into=self.column.live_key,
            order=self.live_order,
        )

    @undoable("rename")
    def rename(self, by: Viewer, name: str, base: int) -> None:
        """Give the group another name, at most 80 characters; `base` is the version seen."""
        with self.board.session.lock():
            self.must_be_sortable(by)
            if self.version != base:
                raise Conflict(_("Someone has renamed it since. Look at it, then try again."))
            self.name, self.version = fit(name, LONGEST_NAME), self.version + 1
            self.save()
            self.push()

    @undoable("ungroup")
    def ungroup(self, by: Viewer) -> None:
        """Let the notes lie loose in their column again; the group goes."""
        with self.board.session.lock():
            self.must_be_sortable(by)
            notes = list(self.notes.standing())
            self._go()
            for note in notes:
                note.refresh_from_db()
                note.push()

    def must_be_sortable(self, by: Viewer) -> None:
        """Read the row anew; raise Gone when the group went, else unless `by` may change it now."""
        if not type(self).objects.filter(pk=self.pk).exists():
            raise Gone(_("This group is gone. Its notes are still on the board."))
        self.refresh_from_db()
        self.board.must_be_open()
        step = self.board.running_step()
        if step and step.mode == Mode.WRITE and "facilitator" not in by.roles:
            raise NotAllowed(_("While people write, each moves their own notes."))

    def touched(self) -> list:
        """What a verb of this group may change, for whoever wants to undo it."""
        return list(self.notes.all())

    def go_if_empty(self) -> None:
        """Vanish when no note stands in it any more. Call inside the lock."""
        if not self.notes.standing().exists():
            self._go()

    def _go(self) -> None:
        self.notes.update(cluster=None)
        gone(self.board.room_key, self.live_key)
        self.delete()

    @classmethod
    def gather_by(cls, by: Viewer, notes: list, name: str, key: uuid.UUID) -> "Cluster":
        """Gather notes that `by` may sort, in a way that `by` can undo."""
        board = notes[0].column.board
        with board.session.lock(), remembering("gather", by, board, notes):
            for note in notes:
                note.must_be_sortable(by)
            return cls.gather(notes, name, key)

    @classmethod
    def gather(cls, notes: list, name: str, key: uuid.UUID) -> "Cluster":
        """Group `notes` of one column under a name; `key` is the new group's UUID.

        Sent again with the same UUID it gives the same group.
        """
        board = notes[0].column.board
        with board.session.lock() as room:
            for note in notes:
                note.refresh_from_db()
            known = cls.objects.filter(pk=key).first()
            if known:
                return known.same_as(notes, name)
            board.must_be_open()
            if not all(note.stands() for note in notes):
                raise Conflict(_("One of these notes is not on the board any more."))
            column = notes[0].column
            if any(note.column_id != column.pk for note in notes):
                raise NotFit(_("Choose notes from one column to group them."))
            cluster = cls.objects.create(
                pk=key, column=column, name=fit(name, LONGEST_NAME), order=room.head + 1
            )
            cluster.push()
            for note in notes:
                note.put_into(cluster)
            return cluster

    def same_as(self, notes: list, name: str) -> "Cluster":
        """Return this group if it was made of these notes under this name, else raise."""
        if self.name == fit(name, LONGEST_NAME) and all(n.cluster_id == self.pk for n in notes):
            return self
        raise Conflict(_("This group’s number is taken. Choose the notes and group them again."))
