"""All tables of a report, in the order of the report."""

from collections.abc import Iterator
from dataclasses import replace

from .changed import changes
from .closing import all_notes, differently, parked, pulse, where_used
from .cover import about, activities, people, timing
from .parts import PARTS
from .sources import method
from .summed_up import one_page
from .table import Notes, Snapshot, Table, together


def tables(snapshot: Snapshot) -> list[Table]:
    """Return each table that has rows; their names and their titles are their own."""
    return list(together(in_order(snapshot)))


def in_order(snapshot: Snapshot) -> Iterator[Table]:
    """Every table, those without rows too; one for each session where it has some."""
    notes = Notes(snapshot)
    yield about(snapshot)
    yield from one_page(snapshot, notes)
    yield from changes(snapshot)
    yield from people(snapshot)
    yield from timing(snapshot)
    yield from activities(snapshot)
    for part in snapshot["parts"]:
        if part["data"]:
            for table in PARTS[part["key"]](part["data"], notes):
                yield replace(table, session=part["session"])
    yield parked(snapshot, notes)
    yield differently(snapshot, notes)
    yield from pulse(snapshot)
    yield from method(snapshot)
    yield where_used(snapshot, notes)
    yield all_notes(snapshot, notes)
