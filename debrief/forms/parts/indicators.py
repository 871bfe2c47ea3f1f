"""Tables of the indicators: what was written on each, and how far they are true here."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table, yes_no
from .diagnosis import grouped


def indicators(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    """In the order of their numbers, which are no ranking."""
    yield Table(
        "indicators",
        _("Indicators"),
        [
            *(_("No."), _("Indicator"), _("Added by the group"), _("Notes"), _("Groups")),
            *(_("Set aside because"), _("Now a part of")),
        ],
        [
            [
                each["number"],
                each["label"],
                yes_no(each["is_added"]),
                each["number_of_notes"],
                len(each["clusters"]),
                each["set_aside"],
                each["part_of"],
            ]
            for each in data["indicators"]
        ],
    )
    yield Table(
        "indicator-notes",
        _("Notes on the indicators"),
        [_("No."), _("Indicator"), _("Group"), _("Note"), _("Words")],
        [row for each in data["indicators"] for row in grouped(each, notes)],
    )
    if data["rating"]:
        yield ratings(data["rating"])


def ratings(rating: dict[str, Any]) -> Table:
    """A row for each word that was said; what is withheld is said so and has no figure."""
    return Table(
        "ratings",
        _("Ratings"),
        [_("No."), _("Indicator"), _("Where they speak from"), _("What they said"), _("People")],
        [row for each in rating["told"] for row in rated(each, rating["together"])],
    )


def rated(each: dict[str, Any], together: list[str]) -> Iterator[list[Cell]]:
    """The kinds first, then those counted together, then everyone."""
    told = [(one["kind"], one["words"]) for one in each["kinds"]]
    if together:
        told.append((", ".join(together), each["together"]))
    for who, words in [*told, (_("Everyone"), each["everyone"])]:
        start: list[Cell] = [each["number"], each["label"], who]
        if words is None:
            yield [*start, _("not shown: too few people"), None]
        for said in words or []:
            yield [*start, said["word"], said["number"]]
