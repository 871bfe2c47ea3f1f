"""The key ones and the missing voices, as the place, the console and the screen show them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.template.loader import render_to_string

from boards.models import Board, Column, Note, Poll
from live import rooms

from .look_back import standing

if TYPE_CHECKING:
    from .models import Stakeholder


def push(board: Board) -> None:
    """Show everyone the missing voices, and facilitators what they can pick. In the lock."""
    html = render_to_string("stakeholders/_missing.html", missing_context(board))
    rooms.push(board.room_key, f"missing-{board.pk}", html)
    fetch = "stakeholders/picking/"
    rooms.push_fetch(board.room_key, f"picking-{board.pk}", fetch, audience="facilitators")


def push_if_seen(note: Note) -> None:
    """Do so when this note may stand in one of the two. Call inside the lock."""
    if note.stakeholder.not_in_the_room or note.board.polls.exists():
        push(note.board)


def missing_context(board: Board) -> dict[str, Any]:
    """The stakeholders who are `missing`, in the order of the board."""
    return {
        "board": board,
        "missing": [each for each in standing(board) if each.is_not_in_the_room],
    }


def picking_context(board: Board) -> dict[str, Any]:
    """For facilitators: who is missing, and once voting is closed what has votes, by kind."""
    poll = Poll.on(board)
    counts = poll.counts() if poll else {}
    return {
        **missing_context(board),
        "poll": poll,
        "voted": candidates_by_kind(board, counts) if poll and poll.closed_at else [],
    }


def candidates_by_kind(
    board: Board, counts: dict[UUID, int]
) -> "list[tuple[Column, list[Stakeholder]]]":
    """The columns that have anyone to pick, each with its candidates, in the board's order."""
    everyone = standing(board)
    for each in everyone:
        each.note.votes_counted = counts.get(each.note.pk, 0)
    picked = [each for each in everyone if each.note.votes_counted or each.is_key]
    found = [
        (column, [each for each in picked if each.note.column_id == column.pk])
        for column in board.columns.all()
    ]
    return [(column, candidates) for column, candidates in found if candidates]
