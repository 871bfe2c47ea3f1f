"""The diagnosis as plain data for the report. Notes are named by id, never with their writer."""

from typing import Any

from boards.models import Board, Column, Note
from workshops.models import Session

from .models import Reading
from .panel import columns_of
from .problem_type import type_in_report


def report_part(session: Session) -> dict[str, Any] | None:
    """Return each of the eight with its reasons, calls and finding; None without a board.

    `calls` counts strong, partial, none and not_sure, and is None while they are not shown.
    `problem_type` is the group's pick of one of four, None where it made none.
    There is no total: the profile is read along its rows (domain brief 2.1).
    """
    board = Board.objects.filter(session=session, activity_key="diagnosis").first()
    if board is None:
        return None
    return {
        "descriptions": [description(column) for column in columns_of(board)],
        "problem_type": type_in_report(board),
    }


def description(column: Column) -> dict[str, Any]:
    """One of the eight: what was written, how it was grouped, called and summed up."""
    reading = Reading.objects.filter(column=column).first()
    shown = reading is not None and reading.calls_shown_at is not None
    return {
        "key": column.key,
        "number": column.position,
        "label": column.label,
        "short": column.item.get("short", ""),
        "reasons": column.shown,
        "clusters": [
            {"name": cluster.name, "notes": ids(cluster.notes_in)}
            for cluster in column.clusters_shown
            if cluster.notes_in
        ],
        "loose": {"notes": ids(column.loose)},
        "differently": [differently(note) for note in column.all_notes if note.said()],
        "calls": reading.counts() if reading and shown else None,
        "finding": reading.finding if reading else "",
    }


def differently(note: Note) -> dict[str, Any]:
    """How many saw a note differently, and their sentences in no order of time."""
    sentences = sorted(each.sentence for each in note.said() if each.sentence)
    return {"note": str(note.pk), "people": note.seen_differently_by(), "sentences": sentences}


def ids(notes: list[Note]) -> list[str]:
    return [str(note.pk) for note in notes]
