"""What people do with two notes that say the same: merge them, take them apart, keep both.

`merged_into` stays as it is whatever becomes of either note, and holds while both are
shown. So nothing is lost: a note that is hidden or taken back lets go of what was merged
into it, and one that comes back has it again. The notes of a board are always a forest.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.refusals import Conflict, NotFit
from workshops.viewers import Viewer

from .remembering import remembering, undoable

if TYPE_CHECKING:
    from .note import Dissent, Note


class Merging:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    def merge(self: "Note", by: Viewer, into: "Note", base: int) -> None:
        """Say that this note is the same as `into`, which stands for both from now on.

        Where either is merged already, those that stand for them are compared: two people
        who merge the same pair, in whichever direction, do it once, and no ring can arise.
        """
        with self.board.session.lock():
            self.refresh_from_db()
            into.refresh_from_db()
            self.must_be_another(into)
            survivor = into.survivor()
            if self.survivor() == survivor:
                return
            self.must_be_sortable(by)
            survivor.must_be_sortable(by)
            self.must_be_at(base)
            with remembering("merge", by, self.board, [self, survivor]):
                survivor.let_go_of(self)
                self.merged_into = survivor
                self._sorted(self.cluster)

    @undoable("unmerge")
    def unmerge(self: "Note", by: Viewer) -> None:
        """Let the note stand by itself again, with what was merged into it; once is enough."""
        with self.board.session.lock():
            self.refresh_from_db()
            survivor = self.survivor()
            if self.merged_into is None:
                return
            self.must_be_sorted_by(by)
            self.merged_into = None
            self._sorted(None)
            survivor.push()

    def keep_both(self: "Note", by: Viewer, other: "Note") -> None:
        """Say for everyone that this note is not the same as `other`; once is enough."""
        with self.board.session.lock():
            self.refresh_from_db()
            self.must_be_another(other)
            self.must_be_sorted_by(by)
            self.apart_from.add(other)
            self.push()

    def survivor(self: "Note") -> "Note":
        """The note that stands on the board for this one: itself, unless it is merged."""
        note = self
        while note.is_merged():
            assert note.merged_into is not None
            note = note.merged_into
        return note

    def is_merged(self: "Note") -> bool:
        """Say whether another note stands for this one."""
        into = self.merged_into
        return into is not None and self.state == into.state == "shown"

    def stands(self: "Note") -> bool:
        """Say whether everyone sees this note on the board, by itself."""
        return self.state == "shown" and not self.is_merged()

    def family(self: "Note") -> "list[Note]":
        """This note and all that it stands for."""
        return [self, *self.members()]

    def members(self: "Note") -> "list[Note]":
        """Those that were merged into it, and into them; none while it is not shown."""
        if self.state != "shown" or self.is_new:
            return []
        direct = [note for note in self.merged.all() if note.state == "shown"]
        return [each for note in direct for each in note.family()]

    def also_written_as(self: "Note") -> list[str]:
        """The other words of its members, each once."""
        words = dict.fromkeys(note.text for note in self.members())
        return [text for text in words if text != self.text]

    def said(self: "Note") -> "list[Dissent]":
        """Who sees it, or what was merged into it, differently; each person may have several."""
        if self.is_new:
            return []
        return [dissent for note in self.family() for dissent in note.dissents.all()]

    def seen_differently_by(self: "Note") -> int:
        """How many people see it, or what was merged into it, differently."""
        return len({dissent.participant_id for dissent in self.said()})

    def let_go_of(self: "Note", other: "Note") -> None:
        """Forget an earlier merge that would close a ring once `other` is merged into this.

        There is one only through a note that is hidden: this was merged into that, and
        that into `other`.
        """
        if self.is_below(other):
            self.merged_into, self.version = None, self.version + 1
            self.save()

    def is_below(self: "Note", other: "Note") -> bool:
        """Say whether this was merged into `other`, whether that holds now or not."""
        note = self.merged_into
        while note is not None and note != other:
            note = note.merged_into
        return note is not None

    def must_be_another(self: "Note", other: "Note") -> None:
        """Raise unless the two are different notes of one board."""
        if self == other:
            raise NotFit(_("A note is the same as itself. Choose another."))
        if self.column.board_id != other.column.board_id:
            raise Conflict(_("That note is on another board."))

    def push_survivor(self: "Note") -> None:
        """Show anew the note that stands for this one, or did until this was hidden."""
        into = self.merged_into
        if into is not None and into.state == "shown":
            into.survivor().push_to_all()

    def push_members(self: "Note") -> None:
        """Show anew those merged into this, when it came onto the board or left it."""
        for note in self.merged.shown():
            note.push()
            if note.is_merged() and note.cluster:
                note.cluster.go_if_empty()
