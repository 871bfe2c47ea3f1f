"""Agree proxies: what could we see, count or hear that would tell us it is true here?"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from boards.models import Board, Column, Note
from workshops.models import Step

from ..columns import IndicatorColumns


class Proxies(IndicatorColumns):
    """Proxies under each indicator; a pair writes, the group agrees."""

    key = "proxies"
    title = _("Proxies")
    kind = "proxy"
    may_write = frozenset({"agree"})
    may_sort = frozenset({"agree"})
    beside_notes = ("proxy",)
    panel_template = "indicators/proxies/_panel_{door}.html"
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

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models.proxy import Kind, Proxy

        kind = more.get("kind", "")
        Proxy.objects.create(note=note, kind=kind if kind in Kind.values else Kind.PRACTICE)
