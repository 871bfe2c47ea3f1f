"""Tables of the proxies: what was agreed, proposed and parked, how it was tested, and the gaps."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table


def proxies(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    yield Table(
        "proxies",
        _("Proxies"),
        [
            *(_("No."), _("Indicator"), _("Standing"), _("Kind")),
            *(_("Note"), _("Proxy"), _("Where to look")),
        ],
        [row for each in data["indicators"] for row in under(each, notes)],
    )
    yield Table(
        "proxy-tests",
        _("Proxies put to the test"),
        [_("Note"), _("Proxy"), _("Question"), _("Answer")],
        [
            [proxy["note"], notes.words(proxy["note"]), asked["question"], asked["answer"]]
            for each in data["indicators"]
            for proxy in all_of(each)
            for asked in proxy["tested"]
        ],
    )
    yield gaps(data)


def all_of(indicator: dict[str, Any]) -> list[dict[str, Any]]:
    return [*indicator["agreed"], *indicator["proposed"], *indicator["parked"]]


def under(indicator: dict[str, Any], notes: Notes) -> Iterator[list[Cell]]:
    """A row for each proxy of one indicator, the agreed ones first."""
    words = {"agreed": _("Agreed"), "proposed": _("Proposed"), "parked": _("Parked")}
    for standing, word in words.items():
        for each in indicator[standing]:
            stands = _("To change") if each["to_change"] else word
            start = [indicator["number"], indicator["label"], stands, each["kind_words"]]
            yield [*start, each["note"], notes.words(each["note"]), each["where_to_look"]]


def gaps(data: dict[str, Any]) -> Table:
    """The indicators without an agreed proxy."""
    words = {"stated": _("The group leaves it without a proxy."), "open": _("No agreed proxy.")}
    return Table(
        "gaps",
        _("Gaps"),
        [_("No."), _("Indicator"), _("Gap")],
        [
            [each["number"], each["label"], words[each["gap"]]]
            for each in data["indicators"]
            if each["gap"]
        ],
    )
