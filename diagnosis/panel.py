"""What the diagnosis shows to one viewer."""

from boards.models import Board, Column
from boards.panel import board_context
from boards.panel import columns_of as columns_of_board
from workshops.models import Participant, Step
from workshops.viewers import Viewer

from .fragments import reading_context
from .models import Fit, FitCall
from .problem_type import ProblemType, type_context


def panel_context(step: Step, viewer: Viewer) -> dict:
    """Columns with their clusters, loose notes and reading; the viewer's own notes and calls."""
    board = Board.objects.get(session=step.session, activity_key="diagnosis")
    columns = columns_of(board)
    context = {**board_context(board, step, columns, viewer), "fits": Fit.choices}
    context |= type_context(ProblemType.of(board))
    if viewer.participant:
        add_own_calls(board, columns, viewer.participant)
    return context


def add_own_calls(board: Board, columns: list[Column], person: Participant) -> None:
    """Give each column what this person called it, or nothing."""
    calls = FitCall.objects.filter(participant=person, reading__column__board=board)
    made = dict(calls.values_list("reading__column", "call"))
    for column in columns:
        column.own_call = made.get(column.pk, "")


def columns_of(board: Board) -> list[Column]:
    """The columns with their notes, each with its reading and what is `said` of it."""
    columns = columns_of_board(board, "reading")
    for column in columns:
        column.said = reading_context(column.reading)
    return columns
