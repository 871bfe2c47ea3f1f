"""What the group says that the indicators did to a response: same, changed or new."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from boards.models import Board, Note
from workshops.refusals import Conflict, Gone, NotFit
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .response import Response

WHERE = "debrief"  # the activity in whose step marks are given


class Marking:
    """The verb locks the room, checks, changes the row and pushes in its last line."""

    def mark_as(self: "Response", by: Viewer, mark: str, seen: str) -> None:
        """Give the response the group's mark; `seen` is the mark that `by` saw on it.

        Anyone here may, while the debrief is open, and facilitators until the session has
        ended. Giving the mark that it has changes nothing.
        """
        from ..difference.actions import Actions
        from ..difference.fragments import push_mark
        from .response import Mark

        with self.note.board.session.lock():
            self._must_be_markable(by)
            if mark not in Mark.values:
                raise NotFit(_("Choose one of the three: same, changed or new."))
            if self.mark == mark:
                return
            if self.mark != seen:
                raise Conflict(
                    _(
                        "Someone has marked it “%(mark)s” since. Look at it, then mark it again"
                        " if you see it differently."
                    )
                    % {"mark": self.get_mark_display()}
                )
            top = Actions(self.note.board.session).top
            self.mark = mark
            self.save(update_fields=["mark"])
            push_mark(self, top)

    def _must_be_markable(self: "Response", by: Viewer) -> None:
        """Read the rows anew; raise unless the action stands and `by` may mark it now."""
        self.note = Note.objects.select_related("column__board__session").get(pk=self.note_id)
        self.refresh_from_db(fields=["mark"])
        if self.note.state == "taken_back":
            raise Gone(_("Its writer has taken this action back."))
        if self.note.is_merged():
            raise Conflict(_("This action has been merged with another since. Mark that one."))
        if self.note.state != "shown":
            raise Conflict(_("This action is not on the board any more."))
        session = self.note.board.session
        if "facilitator" in by.roles:
            return session.must_not_have_ended()
        board = Board.objects.filter(session=session, activity_key=WHERE).first()
        if board is None:
            raise Conflict(_("Actions are marked in the debrief, not yet."))
        board.must_be_open()
