"""An indicator that a group leaves without an agreed proxy: a gap is said as a gap."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _

from workshops.models import Session
from workshops.refusals import Conflict
from workshops.viewers import Viewer

from .indicator import Indicator

if TYPE_CHECKING:
    from boards.models import Board, Note


class Gap(models.Model):
    """An indicator that the group leaves without an agreed proxy, and says so."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="gaps")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="gaps")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "indicator"], name="one_gap_per_indicator")
        ]

    @classmethod
    def leave(cls, board: "Board", by: Viewer, indicator: Indicator, on: bool) -> None:
        """Say that an indicator is left as a gap, or that it is not; again changes nothing."""
        from ..proxies.fragments import push_row
        from .proxy import Proxy

        with board.session.lock():
            cls._must_be_open(board, by)
            indicator.refresh_from_db()
            indicator.must_be_in_use()
            if on and Proxy.objects.on_board(board).agreed().for_indicator(indicator).exists():
                raise Conflict(_("This indicator has an agreed proxy: it is no gap."))
            if on:
                cls.objects.get_or_create(session=board.session, indicator=indicator)
            else:
                cls.objects.filter(session=board.session, indicator=indicator).delete()
            push_row(board, indicator)

    @classmethod
    def close(cls, note: "Note") -> None:
        """There is a proxy for what was left as a gap. Call inside the lock."""
        indicator = Indicator.named(note.board.session.workshop, note.column.key)
        cls.objects.filter(session=note.board.session, indicator=indicator).delete()

    @staticmethod
    def _must_be_open(board: "Board", by: Viewer) -> None:
        if "facilitator" in by.roles:
            board.session.must_not_have_ended()
        else:
            board.must_be_open()
