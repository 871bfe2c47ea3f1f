"""What the stakeholders' board shows to one viewer."""

from boards.models import Board
from boards.panel import board_context, columns_of
from workshops.models import Step
from workshops.models.step import Mode
from workshops.viewers import Viewer

from .kinds import TRAY
from .look_back import named_before
from .picked import picking_context
from .questions import questions_context


def panel_context(step: Step, viewer: Viewer) -> dict:
    """All `columns`, of which the four `kinds` and the `tray`; the viewer's own notes.

    Notes belong to their session, so the board of a second session begins empty. Where
    people write, whoever was named `earlier` is listed beside it, to read: nothing is
    copied, and whoever matters again is named again.
    """
    board = Board.objects.get(session=step.session, activity_key="stakeholders")
    columns = columns_of(board)
    return {
        **board_context(board, step, columns, viewer),
        **(picking_context(board) if step.mode == Mode.VOTE else {}),
        "named_before": named_before(step.session) if step.mode == Mode.WRITE else [],
        **questions_context(board),
        "kinds": [column for column in columns if column.key != TRAY],
        "tray": next(column for column in columns if column.key == TRAY),
    }
