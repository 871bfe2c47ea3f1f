"""What people do with notes together: move, group, park, see differently."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.models.step import Mode
from workshops.refusals import Conflict, NotAllowed
from workshops.viewers import Viewer

from ..departures import words_go
from ..text import fit, is_blank
from .deeds import Deed
from .remembering import undoable

if TYPE_CHECKING:
    from .cluster import Cluster
    from .note import Note
    from .parking import Parking


class Sorting:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    settled: "Parking | None" = None  # what was said of it as parked: see Parking.parked_in

    @undoable("move")
    def move(self: "Note", by: Viewer, column: str, base: int) -> None:
        """Put the note at the end of another column, out of any group."""
        with self.board.session.lock() as room:
            self.refresh_from_db()
            self.must_be_movable(by)
            self.must_be_at(base)
            target = self.board.column(column)
            cluster, self.cluster = self.cluster, None
            if target.pk != self.column_id:
                self.column, self.order = target, room.head + 1
            self._sorted(cluster)

    @undoable("group")
    def group(self: "Note", by: Viewer, cluster: "Cluster", base: int) -> None:
        """Put the note into a group of its board."""
        with self.board.session.lock():
            self.refresh_from_db()
            self.must_be_sortable(by)
            self.must_be_at(base)
            if cluster.column.board_id != self.column.board_id:
                raise Conflict(_("That group is on another board."))
            self.put_into(cluster)

    def put_into(self: "Note", cluster: "Cluster") -> None:
        """Place the note in `cluster`. Call inside the lock, after the checks."""
        before, self.cluster, self.column = self.cluster, cluster, cluster.column
        self._sorted(before if before != cluster else None)

    @undoable("take-out")
    def take_out(self: "Note", by: Viewer, base: int) -> None:
        """Let the note lie loose in its column again."""
        with self.board.session.lock():
            self.refresh_from_db()
            self.must_be_sortable(by)
            self.must_be_at(base)
            cluster, self.cluster = self.cluster, None
            self._sorted(cluster)

    @undoable("park")
    def park(self: "Note", by: Viewer, parked: bool) -> None:
        """Keep the note for later, or bring it back."""
        with self.board.session.lock():
            self.refresh_from_db()
            self.must_be_sortable(by)
            self.parked = parked
            self._sorted(None)
            if not parked:
                self.push_parked()

    def push_parked(self: "Note") -> None:
        """Show anew what is parked: this note is, or was. Call inside the lock."""
        from ..parked import push_parked  # which reads the rows of this model

        push_parked(self.board.session)

    @undoable("differently")
    def see_differently(self: "Note", by: Viewer, sentence: str) -> None:
        """Say that one sees it differently, with a sentence if one likes; saying it again edits."""
        with self.board.session.lock():
            self.refresh_from_db()
            self.board.must_be_open()
            if self.is_by(by):
                raise NotAllowed(_("This is your own note. Change it, or write another."))
            if self.state != "shown":
                raise Conflict(_("This note is not on the board any more."))
            said = "" if is_blank(sentence) else fit(sentence)
            self.dissents.update_or_create(participant=by.participant, defaults={"sentence": said})
            self.push()

    @undoable("alike")
    def see_alike(self: "Note", by: Viewer) -> None:
        """Take back one's own "I see it differently"."""
        with self.board.session.lock():
            self.refresh_from_db()
            self.dissents.filter(participant=by.participant).delete()
            Deed.forget_said(self, by)
            words_go(self.board)
            self.push()

    def must_be_movable(self: "Note", by: Viewer) -> None:
        """Raise unless `by` may put it elsewhere now: a sealed note its writer alone."""
        if self.state != "sealed":
            return self.must_be_sortable(by)
        self.must_be_by(by)
        self.board.must_be_open()

    def must_be_sortable(self: "Note", by: Viewer) -> None:
        """Raise unless `by` may move this note now, and no other note stands for it."""
        self.must_be_sorted_by(by)
        if self.is_merged():
            raise Conflict(_("This note has been merged with another since."))

    def must_be_sorted_by(self: "Note", by: Viewer) -> None:
        """Raise unless `by` may sort this note now: writers their own while people write,
        everyone while people agree, facilitators at any time; a sealed note nobody."""
        if self.state == "sealed":
            raise Conflict(_("This note is not open yet. It can be sorted once all notes open."))
        if self.state == "late":
            raise Conflict(_("This note came late. It can be sorted once it is on the board."))
        if self.state != "shown":
            raise Conflict(_("This note is not on the board any more."))
        if "facilitator" in by.roles:
            self.board.session.must_not_have_ended()
            return
        self.board.must_be_open()
        step = self.board.running_step()
        if step and step.mode == Mode.WRITE and not self.is_by(by):
            raise NotAllowed(_("While people write, each moves their own notes."))

    def touched(self: "Note") -> "list[Note]":
        """What a verb of this note may change, for whoever wants to undo it."""
        return [self]

    def _sorted(self: "Note", left: "Cluster | None") -> None:
        self.version += 1
        self.save()
        self.push()
        if left:
            left.go_if_empty()
