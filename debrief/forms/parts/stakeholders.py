"""Tables of the stakeholders: who was named, who is key, who was missing."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table, yes_no


def stakeholders(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    """In the order of the board, never in that of the votes."""
    yield Table(
        "stakeholders",
        _("Stakeholders"),
        [
            *(_("Note"), _("Stakeholder"), _("Kind"), _("Key"), _("Not in the room")),
            *(_("Most affected"), _("Also"), _("Also written as")),
        ],
        [
            named(each, kind["label"], notes)
            for kind in data["kinds"]
            for each in kind["stakeholders"]
        ],
    )
    yield Table(
        "key-stakeholders",
        _("Key to start with"),
        [_("Note"), _("Stakeholder"), _("Kind"), _("Votes"), _("Marked as key")],
        [picked(each, data["votes"] is not None, notes) for each in data["key"]],
    )
    yield Table(
        "missing-voices",
        _("Missing voices"),
        [_("Note"), _("Stakeholder"), _("Kind"), _("Who will approach them"), _("Most affected")],
        [
            [
                each["note"],
                notes.words(each["note"]),
                each["kind"],
                each["asked_by"],
                yes_no(each["most_affected"]),
            ]
            for each in data["missing"]
        ],
    )


def named(each: dict[str, Any], kind: str, notes: Notes) -> list[Cell]:
    marks = [yes_no(each[mark]) for mark in ("key", "not_in_the_room", "most_affected")]
    also = [", ".join(each["also"]), notes.quoted(each["written_as"]["notes"])]
    return [each["note"], notes.words(each["note"]), kind, *marks, *also]


def picked(each: dict[str, Any], voted: bool, notes: Notes) -> list[Cell]:
    """Votes are empty where there was no vote, or it was not closed."""
    votes = each["votes"] if voted else None
    return [each["note"], notes.words(each["note"]), each["kind"], votes, yes_no(each["key"])]
