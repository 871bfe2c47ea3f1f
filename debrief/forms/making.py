"""All forms but the PDF, written from the snapshot. Runs in the child, without a database."""

import json
from pathlib import Path

from ..folders import keep
from ..printing import printable
from .commas import csv_files
from .page import beside, page_of
from .schema import SCHEMA_FILE
from .sheets import ods
from .table import Snapshot
from .tables import tables

INSIDE = "inside"  # the folder of what will be in the ZIP


def write_forms(folder: Path) -> None:
    """Write what the PDF is made from, and each form as it stands in the ZIP."""
    snapshot = json.loads((folder / "snapshot.json").read_text())
    inside = folder / INSIDE
    keep(folder / "report.html", printable(snapshot).encode())
    keep(inside / "report.html", page_of(snapshot))
    keep(inside / "data.json", as_json(snapshot))
    keep(inside / "schema" / SCHEMA_FILE.name, SCHEMA_FILE.read_bytes())
    for name, content in beside():
        keep(inside / name, content)
    found = tables(snapshot)
    keep(inside / "tables.ods", ods(snapshot, found))
    for name, content in csv_files(found):
        keep(inside / "csv" / name, content)


def as_json(snapshot: Snapshot) -> bytes:
    """The snapshot itself, with its names in one order whatever the database did to them."""
    return (json.dumps(snapshot, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
