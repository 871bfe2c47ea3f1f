"""Agree proxies: what could we see, count or hear that would tell us it is true here?"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from boards.models import Board, Column, Note
from boards.text import fit
from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..columns import IndicatorColumns


class Proxies(IndicatorColumns):
    """Proxies under each indicator; a pair writes, the group agrees."""

    key = "proxies"
    title = _("Proxies")
    kind = "proxy"
    may_write = frozenset({"agree"})
    may_sort = frozenset({"agree"})
    beside_notes = ("proxy",)
    changes_text = False
    note_template = "indicators/proxies/_proxy.html"
    mine_template = "indicators/proxies/_mine.html"
    note_controls = "indicators/proxies/_controls.html"
    form_template = "indicators/proxies/_again.html"
    panel_template = "indicators/proxies/_panel_{door}.html"
    urls = "indicators.proxies.urls"
    write_label = _("What could we see, count or hear?")
    where_label = _("For which indicator?")
    columns_label = _("Signs of a healthy system")
    all_columns = _("All of them")
    none_yet = ngettext_lazy(
        "%(number)d indicator has no proxy yet.",
        "%(number)d indicators have no proxy yet.",
        "number",
    )
    filled_in = ngettext_lazy("for %(number)d indicator.", "for %(number)d indicators.", "number")

    def may_write_first(self, step: Step) -> bool:
        """What is written here is worked on together at once: there is nothing to open."""
        return False

    def place(self, board: Board, key: str) -> Column | None:
        from ..models import Indicator

        found = Indicator.named(board.session.workshop, key)
        if found:
            found.must_be_in_use()
        return super().place(board, key)

    def fit(self, text: str) -> str:
        """A proxy is one line: it is read aloud and stands in a grid."""
        return fit(" ".join(text.split()))

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models import Gap, Proxy
        from .said import answer, kind_in

        super().written(note, more)
        chosen = more.get("column", note.column.key)
        Proxy.objects.create(
            note=note,
            kind=kind_in(more),
            where_to_look=answer(more, "where_to_look"),
            written_for=chosen if chosen != note.column.key else "",
        )
        if note.state == "shown":
            Gap.close(note)

    def is_as_sent(self, note: Note, more: Mapping[str, str]) -> bool:
        return note.version > 1 or note.proxy.kind == more.get("kind")

    def reworded(self, note: Note) -> None:
        """Its calls were on other words."""
        note.proxy.start_again()

    def erased(self, note: Note) -> None:
        """What was said beside it goes with it, whoever said it."""
        from .said import TEST

        note.proxy.start_again()
        for field in ("where_to_look", *TEST):
            setattr(note.proxy, field, "")
        note.proxy.save()

    def push_with(self, note: Note) -> None:
        from .fragments import push_with

        push_with(note)

    def session_ended(self, session: Session) -> None:
        from .fragments import forget_own_calls

        super().session_ended(session)
        if board := self.board_in(session):
            forget_own_calls(board)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)
