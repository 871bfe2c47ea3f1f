"""The stakeholders as plain data for the report. They are named by the id of their note."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from boards.models import Board, Column, Poll
from workshops.models import Session

from .kinds import TRAY
from .look_back import board_of, standing
from .models import Stakeholder


def report_part(session: Session) -> dict[str, Any] | None:
    """Return the four lists and the tray (domain brief 6, row 7); None without a board.

    `key` are those marked so and those with votes, `missing` and `most_affected` those
    marked so: all in the order of the columns, never in that of the counts. `votes` is how
    many were given, and None while voting has not been closed.
    """
    board = board_of(session)
    if board is None:
        return None
    everyone, poll = standing(board), closed_poll(board)
    counts = poll.counts() if poll else {}
    return {
        "kinds": [kind(column, everyone) for column in board.columns.all()],
        "votes": sum(counts.values()) if poll else None,
        "key": [
            picked(each, counts) for each in everyone if each.is_key or counts.get(each.note_id)
        ],
        "missing": [missing(each) for each in everyone if each.is_not_in_the_room],
        "most_affected": {"notes": ids(each for each in everyone if each.is_most_affected)},
    }


def closed_poll(board: Board) -> Poll | None:
    """The vote whose counts may be told."""
    return board.polls.exclude(closed_at=None).last()


def kind(column: Column, everyone: list[Stakeholder]) -> dict[str, Any]:
    """One of the four, or the tray: who is in it, in the order of the board."""
    here = [each for each in everyone if each.note.column_id == column.pk]
    return {
        "label": column.label,
        "is_tray": column.key == TRAY,
        "number": len(here),
        "stakeholders": [named(each) for each in here],
    }


def named(each: Stakeholder) -> dict[str, Any]:
    """One line of a list; `written_as` are the notes that were merged into this one."""
    return {
        "note": str(each.note_id),
        "also": each.also_in,
        "written_as": {"notes": ids(one for one in each.family() if one != each)},
        "key": each.is_key,
        "not_in_the_room": each.is_not_in_the_room,
        "most_affected": each.is_most_affected,
    }


def picked(each: Stakeholder, counts: dict[UUID, int]) -> dict[str, Any]:
    """One that was voted for, or marked as key without a vote."""
    return {
        "note": str(each.note_id),
        "kind": each.note.column.label,
        "key": each.is_key,
        "votes": counts.get(each.note_id, 0),
    }


def missing(each: Stakeholder) -> dict[str, Any]:
    """A voice that was not in the room, and who will approach it."""
    return {
        "note": str(each.note_id),
        "kind": each.note.column.label,
        "asked_by": each.asked_by,
        "most_affected": each.is_most_affected,
    }


def ids(stakeholders: Iterable[Stakeholder]) -> list[str]:
    return [str(each.note_id) for each in stakeholders]
