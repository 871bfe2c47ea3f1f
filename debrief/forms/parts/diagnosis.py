"""Tables of the diagnosis: the eight side by side, their reasons, the type of problem."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..table import Cell, Notes, Table

CALLS = ("strong", "partial", "none", "not_sure")


def diagnosis(data: dict[str, Any], notes: Notes) -> Iterator[Table]:
    """The profile has no total: it is read along its rows."""
    yield profile(data["descriptions"])
    yield Table(
        "reasons",
        _("Reasons"),
        [_("No."), _("Description"), _("Group"), _("Note"), _("Reason")],
        [row for each in data["descriptions"] for row in grouped(each, notes)],
    )
    if picked := data["problem_type"]:
        yield Table(
            "problem-type",
            _("Type of problem"),
            [_("The group’s pick"), _("Features"), _("What it means for the session")],
            [[picked["label"], "\n".join(picked["features"]), picked["so_what"]]],
        )


def profile(descriptions: list[dict[str, Any]]) -> Table:
    """One row for each description; its calls are empty where they were not opened."""
    return Table(
        "diagnosis",
        _("Diagnosis"),
        [
            *(_("No."), _("Description"), _("Reasons"), _("Groups")),
            *(_("Strong match"), _("Partial match"), _("No match"), _("Not sure")),
            _("What we say about it"),
        ],
        [
            [each["number"], each["label"], each["reasons"], len(each["clusters"])]
            + [each["calls"][call] if each["calls"] else None for call in CALLS]
            + [each["finding"]]
            for each in descriptions
        ],
    )


def grouped(column: dict[str, Any], notes: Notes) -> Iterator[list[Cell]]:
    """A row for each note of a column: the groups first, then those in none."""
    loose = {"name": "", "notes": column["loose"]["notes"]}
    for group in [*column["clusters"], loose]:
        for number in group["notes"]:
            start = [column["number"], column["label"], group["name"]]
            yield [*start, number, notes.words(number)]
