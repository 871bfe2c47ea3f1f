"""Tables of the relationship map: its links, and what the map says by rule."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table, yes_no


def relationships(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    yield Table(
        "links",
        _("Links"),
        [
            *(_("Note"), _("From"), _("To"), _("How it is"), _("Strength")),
            *(_("Its purpose is clear"), _("Who holds it"), _("There is a stand-in"), _("Remark")),
        ],
        [link(each) for each in data["links"]],
    )
    yield Table(
        "map-findings",
        _("What the map says"),
        [_("No."), _("Where"), _("Finding"), _("Question")],
        [
            [each["number"], each["where"], each["says"], each["asks"]]
            for each in data.get("findings", [])
        ],
    )


def link(each: dict[str, Any]) -> list[Cell]:
    """One row; whether there is a stand-in is said only where somebody holds the link."""
    held = [each["contact"], yes_no(each["stand_in"]) if each["contact"] else ""]
    how = [each["status_words"], each["strength_words"], yes_no(each["purpose_clear"])]
    return [each["note"], *each["between"], *how, *held, each["remark"]]
