"""A table of the report as plain data, from which spreadsheets and files of commas are made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

Cell = str | int | float | date | datetime | None
Snapshot = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """Columns with their heads, and rows of plain values; None is an empty cell.

    `name` is plain ASCII and names a file, `title` is for people. `session` is empty in a
    workshop of one session.
    """

    name: str
    title: str
    columns: list[str]
    rows: list[list[Cell]]
    session: str = ""


class Notes:
    """The words of the notes of a snapshot, by their numbers."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.all: dict[str, dict[str, Any]] = snapshot["notes"]

    def words(self, number: str) -> str:
        """The words of one note; nothing where it has no number, since its words are gone."""
        return self.all[number]["text"] if number else ""

    def quoted(self, numbers: Iterable[str]) -> str:
        """Several notes in one cell, each on a line with its number."""
        return "\n".join(f"{number} {self.words(number)}" for number in numbers)


def together(tables: Iterable[Table]) -> Iterator[Table]:
    """Yield one table for each name; where there are several sessions a first column says which.

    A table without rows is left out: what was not run is not shown empty.
    """
    by_name: dict[str, list[Table]] = {}
    for table in tables:
        by_name.setdefault(table.name, []).append(table)
    for alike in by_name.values():
        whole = joined(alike)
        if whole.rows:
            yield whole


def joined(alike: list[Table]) -> Table:
    """The rows of tables of one name, one after the other."""
    first = alike[0]
    if not any(table.session for table in alike):
        return replace(first, rows=[row for table in alike for row in table.rows])
    rows = [[table.session, *row] for table in alike for row in table.rows]
    return replace(first, columns=[_("Session"), *first.columns], rows=rows)


def yes_no(said: bool) -> str:
    return _("yes") if said else _("no")
