"""What the reading of the indicators shows to one viewer."""

from boards.models import Board, Column
from boards.panel import board_context
from boards.panel import columns_of as columns_of_board
from workshops.models import Step
from workshops.viewers import Viewer

from ..models import Indicator
from .rating import rating_context


def panel_context(step: Step, viewer: Viewer) -> dict:
    """The indicators as `columns`, each with its `sign`, in the order of the room.

    `room_on` is the one the room is on: the facilitator's choice, else the first in use.
    `to_come` is the one after it, None behind the last.
    """
    board = Board.objects.get(session=step.session, activity_key="indicators")
    columns = columns_of(board)
    in_use = [column for column in columns if column.sign.is_in_use]
    room_on = at(columns, step.session.focus) or next(iter(in_use or columns))
    return {
        **board_context(board, step, columns, viewer),
        "room_on": room_on,
        "write_on": room_on,
        "to_come": after(columns, room_on),
        "in_use": in_use,
        **rating_context(step.session, columns, viewer),
    }


def columns_of(board: Board) -> list[Column]:
    """The columns with their notes, in the order in which the room goes through them.

    One that was merged into another is left out, unless something was written there.
    """
    signs = {each.key: each for each in Indicator.of(board.session.workshop)}
    columns = [column for column in columns_of_board(board) if column.key in signs]
    for column in columns:
        column.sign = signs[column.key]
    kept = [each for each in columns if each.written or not each.sign.merged_into_id]
    return sorted(kept, key=lambda column: column.sign.place_in_order)


def at(columns: list[Column], key: str) -> Column | None:
    return next((column for column in columns if column.key == key), None)


def after(columns: list[Column], column: Column) -> Column | None:
    """The next one that the group works with."""
    later = columns[columns.index(column) + 1 :]
    return next((each for each in later if each.sign.is_in_use), None)
