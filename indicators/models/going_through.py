"""What facilitators do with an indicator: when its turn is, and whether the group uses it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from boards.text import fit, is_blank
from workshops.models import LogEntry, Session
from workshops.refusals import Conflict, NotFit
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .indicator import Indicator

LONGEST_REASON = 280


class GoingThrough:
    """Each verb locks the room, checks, changes the row and makes everyone's panel anew."""

    @property
    def place_in_order(self: "Indicator") -> tuple[int, int]:
        """Sorts indicators as the room goes through them; one added later comes last."""
        return (self.turn or self.position, self.position)

    def set_aside(self: "Indicator", by: Viewer, because: str) -> None:
        """Leave the indicator out of what follows, with a reason that everyone reads."""
        with session_of(by).lock():
            self._read_for(by)
            if self.set_aside_because:
                raise Conflict(_("It is set aside already."))
            if is_blank(because):
                raise NotFit(_("Say in a few words why. Everyone sees it, and the report does."))
            self.set_aside_because = fit(because, LONGEST_REASON)
            self._told(by, "set-an-indicator-aside")

    def bring_back(self: "Indicator", by: Viewer) -> None:
        """Let the group work with it again."""
        with session_of(by).lock():
            self._read_for(by)
            if not self.set_aside_because:
                raise Conflict(_("It is among the others already."))
            if self.is_added and self.addition.decision != "adopted":
                raise Conflict(_("The group has not adopted it. Adopt it among the suggestions."))
            self.set_aside_because = ""
            self._told(by, "brought-an-indicator-back")

    def move(self: "Indicator", by: Viewer, earlier: bool) -> None:
        """Let the room come to it one place earlier, or later; at the end nothing changes."""
        with session_of(by).lock():
            self._read_for(by)
            order = in_order(self.workshop.indicators.filter(merged_into=None))
            at = order.index(self)
            other = at - 1 if earlier else at + 1
            if not 0 <= other < len(order):
                return
            order[at], order[other] = order[other], order[at]
            for turn, each in enumerate(order, start=1):
                each.turn = turn
            type(self).objects.bulk_update(order, ["turn"])
            session_of(by).show_everyone()

    def _read_for(self: "Indicator", by: Viewer) -> None:
        session_of(by).must_not_have_ended()
        self.refresh_from_db(fields=["set_aside_because", "turn", "merged_into"])
        if self.merged_into:
            raise Conflict(_("This indicator is now a part of another one."))

    def _told(self: "Indicator", by: Viewer, act: str) -> None:
        from ..sharing.settling import settle

        self.save(update_fields=["set_aside_because"])
        session = session_of(by)
        settle(session)
        LogEntry.objects.create(session=session, user=by.user, act=act, detail=self.label[:300])
        session.show_everyone()


def in_order(indicators) -> "list[Indicator]":
    """Indicators as the room goes through them."""
    return sorted(indicators, key=lambda each: each.place_in_order)


def session_of(by: Viewer) -> Session:
    """The session at whose door a viewer stands."""
    assert by.session is not None
    return by.session
