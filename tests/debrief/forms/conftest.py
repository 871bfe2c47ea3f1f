"""The forms of a half-day in which everything was run, written once for each file of tests."""

import json
import sqlite3
from collections import defaultdict

import pytest

from tests.debrief.played.kept import Kept, kept, rows_of

from .written import Forms, write


@pytest.fixture(scope="module")
def played() -> Kept:
    return kept()


@pytest.fixture(scope="module")
def forms(played, tmp_path_factory) -> Forms:
    return write(played.snapshot, played.pdf.read_bytes(), tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def rows() -> sqlite3.Connection:
    """The rows of the day as tables that SQL can be asked of, without a line of the product."""
    tables = defaultdict(list)
    for row in json.loads(rows_of("full").read_text()):
        fields = {name: as_cell(value) for name, value in row["fields"].items()}
        tables[row["model"].replace(".", "_")].append({"pk": row["pk"], **fields})
    database = sqlite3.connect(":memory:")
    for name, found in tables.items():
        columns = ", ".join(f'"{column}"' for column in found[0])
        database.execute(f'create table "{name}" ({columns})')
        marks = ", ".join("?" * len(found[0]))
        database.executemany(
            f'insert into "{name}" values ({marks})', [list(row.values()) for row in found]
        )
    return database


def as_cell(value):
    return json.dumps(value) if isinstance(value, list | dict) else value
