"""The tables as CSV, one file each: for programs, and safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO

from .table import Cell, Table

SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # what a formula begins with, full-width too
# Wherever a cell can begin: a reader that takes another separator begins one after it.
BEGINNING = re.compile(rf"(^|[;|\t\r\n])(?=\s*[{SIGNS}]|[\t\r\n])")
LOOKS_LIKE_A_FIGURE = re.compile(r"[\d.,:/\-\s%eE]*\d[\d.,:/\-\s%eE]*")


def csv_files(tables: list[Table]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each, numbered in the order of the report."""
    for place, table in enumerate(tables, start=1):
        yield f"{place:02}-{table.name}.csv", csv_of(table)


def csv_of(table: Table) -> bytes:
    """UTF-8 with a mark of it at the start, so that spreadsheets do not guess; lines end CR LF."""
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(table.columns)
    writer.writerows([[plain(value) for value in row] for row in table.rows])
    return written.getvalue().encode("utf-8-sig")


def plain(value: Cell) -> str | int | float:
    """Words that no spreadsheet takes for a formula or a figure; figures as they are."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else value


def harmless(words: str) -> str:
    """Put an apostrophe before what would be taken for a formula, and before figures in words.

    A note's number is words: 3.10 is another note than 3.1.
    """
    if LOOKS_LIKE_A_FIGURE.fullmatch(words):
        return f"'{words}"
    return BEGINNING.sub(r"\1'", words)
