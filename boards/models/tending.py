"""What a facilitator does with a note: hide, restore, admit a late one."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.models import LogEntry
from workshops.refusals import Conflict, Gone, NotAllowed, NotFit
from workshops.viewers import Viewer

from ..departures import words_go
from ..text import is_blank, tidy
from .remembering import undoable

if TYPE_CHECKING:
    from .note import Note


class Tending:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    @undoable("hide")
    def hide(self: "Note", by: Viewer, because: str) -> None:
        """Take the note off the board, with a reason that only facilitators see."""
        with self.board.session.lock():
            self.refresh_from_db()
            if self.state == "taken_back":
                raise Gone(_("Its writer has taken this note back."))
            if self.state == "sealed":
                raise Conflict(_("This note is not open yet. Only its writer sees it."))
            reason = tidy(because)[:200]
            if is_blank(reason):
                raise NotFit(_("Say in a few words why you hide it. Only facilitators see that."))
            words_go(self.board)
            self.state, self.hidden_because = "hidden", reason
            self._tended(by, "hid-a-note")
            if self.cluster:  # which it keeps, for as long as others keep the group
                self.cluster.go_if_empty()

    @undoable("restore")
    def restore(self: "Note", by: Viewer) -> None:
        """Put a hidden note back where it was: into its group, if that is still there."""
        with self.board.session.lock():
            self.refresh_from_db()
            if self.state == "taken_back":
                raise Gone(_("Its writer has taken this note back."))
            if self.state != "hidden":
                raise Conflict(_("This note is on the board already."))
            self.state, self.hidden_because = "shown", ""
            self._tended(by, "restored-a-note")

    @undoable("admit")
    def admit(self: "Note", by: Viewer) -> None:
        """Put a late note on the board."""
        with self.board.session.lock():
            self.refresh_from_db()
            if self.state != "late":
                raise Conflict(_("This note is not waiting any more."))
            self.state = "shown"
            self._tended(by, "admitted-a-note")

    @undoable("change")
    def mend(self: "Note", by: Viewer, text: str, base: int) -> None:
        """Correct what was entered for the room, also after the end, before it leaves the room.

        `base` is the version seen.
        """
        with self.board.session.lock():
            self.refresh_from_db()
            if not self.was_entered_by_one_like(by):
                raise NotAllowed(_("Only its writer can do that with a note."))
            self.must_be_at(base)
            self.text = self.board.activity.fit(text)
            self.board.activity.reworded(self)
            self._tended(by, "mended-a-note")

    def _tended(self: "Note", by: Viewer, act: str) -> None:
        self.version += 1
        self.save()
        LogEntry.objects.create(session=self.board.session, user=by.user, act=act)
        self.push_trays()
        self.push()
        self.push_members()
