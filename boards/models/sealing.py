"""Notes that their writers alone see until they open for all at once."""

from secrets import SystemRandom
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from live.models import ALL
from live.rooms import Place, move
from workshops.models import LogEntry, Step
from workshops.models.one_row import one_row
from workshops.refusals import Conflict
from workshops.viewers import Viewer

from .. import fragments

if TYPE_CHECKING:
    from .board import Board
    from .note import Note, Notes


class Sealing:
    """What a board does in and after a step that is written first.

    It is sealed from the moment such a step begins until its notes are opened,
    whatever step runs meanwhile. Opening is for good: going back does not seal again.
    """

    def is_sealed(self: "Board") -> bool:
        """Say whether what is written here stays with its writer for now."""
        # Asked with every note, and mostly answered no: the cheap question comes first.
        named = {"session_id": self.session_id, "activity_key": self.activity_key}
        if one_row(Step, **named, write_first=True) is None:
            return False
        return self.session.sealed_steps(self.activity_key).exists()

    def sealed_notes(self: "Board") -> "Notes":
        """The notes that nobody but their writers has seen."""
        from .note import Note

        return Note.objects.sealed().filter(column__board=self)

    def open_notes(self: "Board", by: Viewer) -> None:
        """Show every sealed note to all, in one shuffled order that is the same for all."""
        with self.session.lock() as room:
            self.session.must_not_have_ended()
            if not self.is_sealed():
                raise Conflict(_("The notes are open already."))
            notes = list(self.sealed_notes().select_related("column__board", "writer"))
            SystemRandom().shuffle(notes)
            for order, note in enumerate(notes, start=room.head + 1):
                note.order, note.state = order, "shown"
            self.sealed_notes().bulk_update(notes, ["order", "state"])
            self.session.opened(self.activity_key)
            detail = f"{self.activity_key}: {len(notes)}"
            LogEntry.objects.create(
                session=self.session, user=by.user, act="opened-notes", detail=detail
            )
            move(self.room_key, {**on_board(notes), **on_own_lists(notes)})
            fragments.push_tally(self)
            self.session.show_facilitators()


def on_board(notes: "list[Note]") -> dict[str, Place]:
    """Where the notes go on everyone's board."""
    return {note.live_key: Place(ALL, note.live_into, note.live_order) for note in notes}


def on_own_lists(notes: "list[Note]") -> dict[str, Place]:
    """Where the notes go on their writers' own lists."""
    return {
        note.mine_key: Place(note.writer.identity, note.mine_into, note.mine_order)
        for note in notes
        if note.writer
    }
