"""Tables of what changed since the version before: never the words that went."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .table import Cell, Snapshot, Table


def changes(snapshot: Snapshot) -> Iterator[Table]:
    """Nothing for a first version."""
    told = snapshot.get("changes") or {}
    if not told:
        return
    rows: list[list[Cell]] = [[what, said] for what, said in in_words(told) if said]
    columns = [_("What"), _("Which")]
    yield Table("changes", _("What changed"), columns, rows)
    figures = [[each["label"], each["before"], each["after"]] for each in told["figures"]]
    columns = [_("Figure"), _("Version before"), _("Now")]
    yield Table("changed-figures", _("Figures that changed"), columns, figures)


def in_words(told: dict[str, Any]) -> Iterator[tuple[str, Cell]]:
    """What is left out has not changed."""
    notes, sections = told["notes"], told["sections"]
    yield _("Since version"), told["since"]
    yield _("Notes that are new"), ", ".join(notes["added"])
    yield _("Notes with other words or another place"), ", ".join(notes["changed"])
    yield _("How many notes are gone"), notes["gone"]
    yield _("New sections"), titles(sections["new"])
    yield _("Sections that are gone"), "; ".join(sections["gone"])
    yield _("Sections that are not as they were"), titles(sections["other"])


def titles(sections: list[dict[str, Any]]) -> str:
    return "; ".join(each["label"] for each in sections)
