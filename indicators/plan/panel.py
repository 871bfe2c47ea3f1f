"""What the plan shows to one viewer in the last step."""

from typing import Any

from boards.models import Board
from boards.panel import columns_of, own_context
from boards.vote_fragments import own_votes_context
from workshops.models import Step
from workshops.viewers import Viewer

from .fragments import making_context, plan_context
from .standing import board_of_responses, poll_of, to_choose_from


def closing_context(step: Step, viewer: Viewer) -> dict[str, Any] | None:
    """The plan, the vote and one's own action; None before the step's board is there."""
    session = step.session
    board = Board.objects.filter(session=session, activity_key="plan").first()
    if board is None:
        return None
    [column] = columns_of(board)
    context = {**plan_context(session), "board": board, "column": column}
    context |= {"is_open": board.is_open(), **votes_context(step, viewer)}
    if "facilitator" in viewer.roles:
        context |= making_context(session)
    if viewer.participant:
        context |= own_context(board, [column], viewer.participant)
    return context


def votes_context(step: Step, viewer: Viewer) -> dict[str, Any]:
    """The `choices` among which people vote, and what this viewer has given."""
    board = board_of_responses(step.session)
    poll = poll_of(board) if board else None
    if board is None or poll is None:
        return {}
    context = {"poll": poll, "choices": to_choose_from(board, poll)}
    if poll.closed_at is None and viewer.participant:
        context |= own_votes_context(poll, viewer.participant)
    return context
