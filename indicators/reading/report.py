"""The indicators as plain data for the report. Notes are named by id, never with their writer."""

from typing import Any

from boards.models import Board, Column, Note
from workshops.models import Session

from ..models import RatingRound
from ..models.rating import HowFar
from .panel import columns_of
from .rating import as_lines, label, told_of
from .told import IN_ORDER


def report_part(session: Session) -> dict[str, Any] | None:
    """Return each indicator with its notes (domain brief 6, row 9); None without a board.

    `rating` is None where nobody rated; else whether it `is_closed`, and from then on the
    indicators `told` of, the widest gap first, and which kinds are told of `together`; `scale`
    are the words of the order, without "Cannot say".
    """
    board = Board.objects.filter(session=session, activity_key="indicators").first()
    if board is None:
        return None
    columns = sorted(columns_of(board), key=lambda column: column.position)
    return {
        "indicators": [indicator(column) for column in columns],
        "rating": rating(session, columns),
    }


def indicator(column: Column) -> dict[str, Any]:
    """What was written on one indicator, how it was grouped, and whether it was set aside."""
    sign = column.sign
    return {
        "key": sign.key,
        "number": column.position,
        "label": sign.label,
        "is_added": sign.is_added,
        "description": sign.item.get("description", ""),
        "set_aside": sign.set_aside_because,
        "part_of": sign.merged_into.label if sign.merged_into else "",
        "number_of_notes": column.shown,
        "clusters": [
            {"name": cluster.name, "notes": ids(cluster.notes_in)}
            for cluster in column.clusters_shown
            if cluster.notes_in
        ],
        "loose": {"notes": ids(column.loose)},
        "differently": [differently(note) for note in column.all_notes if note.said()],
    }


def rating(session: Session, columns: list[Column]) -> dict[str, Any] | None:
    """What may be told of the private ratings, by where people speak from."""
    found = RatingRound.of(session)
    if found is None:
        return None
    return {
        "is_closed": found.closed_at is not None,
        "scale": [str(HowFar(word).label) for word in IN_ORDER],
        "together": [label(kind) for kind in found.groups.get("together", [])],
        "told": [
            {"number": column.position, "label": column.sign.label, **as_lines(told)}
            for column, told in told_of(found, columns)
        ],
    }


def differently(note: Note) -> dict[str, Any]:
    """How many saw a note differently, and their sentences in no order of time."""
    sentences = sorted(each.sentence for each in note.said() if each.sentence)
    return {"note": str(note.pk), "people": note.seen_differently_by(), "sentences": sentences}


def ids(notes: list[Note]) -> list[str]:
    return [str(note.pk) for note in notes]
