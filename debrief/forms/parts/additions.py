"""The table of indicators that were proposed, and what became of them."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table


def added(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    yield Table(
        "added-indicators",
        _("Added indicators"),
        [
            *(_("Note"), _("Indicator"), _("What it means"), _("Why")),
            *(_("Decision"), _("Number"), _("Merged into")),
        ],
        [proposed(each) for each in data["proposed"]],
    )


def proposed(each: dict[str, Any]) -> list[Cell]:
    """One proposal; without its note where its words went."""
    said = [each["label"], each["description"], each["why"]]
    return [each.get("note", ""), *said, each["decided"], each["number"], each["into"]]
