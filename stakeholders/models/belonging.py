"""Where a stakeholder belongs besides its own kind, where the border is blurred."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.refusals import NotFit
from workshops.viewers import Viewer

from ..kinds import TRAY

if TYPE_CHECKING:
    from .stakeholder import Stakeholder


class Belonging:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    def also(self: "Stakeholder", by: Viewer, category: str) -> None:
        """Say that it also belongs to another kind, by its key; with nothing, that it does not.

        Of those that were merged one holds it for all.
        """
        with self.session.lock():
            self._must_be_markable(by)
            if category:
                self._must_be_second(category)
            for each in self.family():
                each.second_category = category if each == self else ""
                each.save(update_fields=["second_category"])
            self._show()

    def _must_be_second(self: "Stakeholder", category: str) -> None:
        """Raise NotFit for its own kind, for the tray and for what is no kind."""
        if category == self.category:
            raise NotFit(_("That is its kind already. Choose another, or none."))
        if category == TRAY:
            raise NotFit(_("Not sorted yet is no kind. Choose one of the four, or none."))
        self.note.board.column(category)
