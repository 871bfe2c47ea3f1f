"""What a room says of a stakeholder when it picks the key ones: key, missing, most affected."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from boards.text import fit, is_blank
from workshops.refusals import Conflict
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .stakeholder import Stakeholder

LONGEST_APPROACHER = 80
MARKS = ("key", "not_in_the_room", "most_affected")


class Marking:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    def mark(self: "Stakeholder", by: Viewer, mark: str, on: bool) -> None:
        """Say that one of MARKS is so or is not; saying it again changes nothing.

        What is so of any that were merged is so of what they are now, so taking a mark off
        takes it off all of them.
        """
        with self.session.lock():
            self._must_be_markable(by)
            changed = [self] if on else self.family()
            for each in changed:
                setattr(each, mark, on)
                each.save(update_fields=[mark])
            self._show()

    def say_who_asks(self: "Stakeholder", by: Viewer, who: str) -> None:
        """Write who will ask a missing voice; nothing where nobody will yet."""
        with self.session.lock():
            self._must_be_markable(by)
            said = "" if is_blank(who) else fit(who, LONGEST_APPROACHER)
            for each in self.family():
                each.approached_by = said if each == self else ""
                each.save(update_fields=["approached_by"])
            self._show()

    def _must_be_markable(self: "Stakeholder", by: Viewer) -> None:
        """Raise unless `by` may mark it now: whoever may sort, in a step that sorts or votes."""
        self.refresh_from_db()
        self.note.refresh_from_db()
        self.note.must_be_sortable(by)
        board = self.note.board
        step = board.running_step()
        may_sort = step is not None and step.mode in board.activity.may_sort
        if not may_sort and "facilitator" not in by.roles:
            raise Conflict(_("Marks are given when we sort and when we pick the key ones."))

    def _show(self: "Stakeholder") -> None:
        from ..picked import push  # which reads the rows of this model

        self.note.push()
        push(self.note.board)
