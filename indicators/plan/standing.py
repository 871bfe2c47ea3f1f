"""What stands in a session's plan, and what could be chosen for it."""

from uuid import UUID

from boards.models import Board, Note, Poll
from workshops.models import Session

from ..models import Action
from ..models.response import Mark

RESPONSES = "scenario"
# What the indicators changed or brought about is read first (domain brief 2.4).
FIRST = {Mark.CHANGED, Mark.NEW}


def plan_of(session: Session) -> list[Action]:
    """The actions in the plan: those chosen in the order of their board, then people's own.

    Of responses that were merged one stands in the plan. Whatever is hidden is not in it; one
    that its writer has taken back stays where something is said of it beside its words.
    """
    rows = Action.objects.filter(session=session, in_plan=True, note__state__in=READABLE)
    rows = rows.select_related(
        "session",
        "note__column__board",
        "note__merged_into",
        "note__response__instead_of__note",
    )
    found: dict[UUID, Action] = {}
    for action in rows:
        note = action.stands_as
        stays = action.words or action.is_built_on
        if stays and (note.pk not in found or action.note_id == note.pk):
            found[note.pk] = action
    return sorted(found.values(), key=in_order)


READABLE = ("shown", "taken_back")


def in_order(action: Action) -> tuple:
    note = action.stands_as
    return action.is_own, note.column.position, note.order


def board_of_responses(session: Session) -> Board | None:
    """The board of what people would do with the indicators; None where it was never opened."""
    return Board.objects.filter(session=session, activity_key=RESPONSES).first()


def responses_of(board: Board) -> list[Note]:
    """The responses that stand on their board, in its order, each with its `response`."""
    standing = Note.objects.standing().filter(column__board=board, response__isnull=False)
    rows = standing.select_related("column__board", "response__instead_of__note")
    return [note for note in rows.order_by("column__position", "order") if note.response.text]


def poll_of(board: Board) -> Poll | None:
    """The vote in which people choose among the responses; the step's own key names it."""
    steps = board.session.steps.filter(activity_key="close").values("key")
    return board.polls.filter(key__in=steps).last()


def to_choose_from(board: Board, poll: Poll | None) -> list[Note]:
    """The responses as people vote on them: changed and new ones first, each in board order.

    Once voting is closed they have their counts, in board order alone: it is no ranking.
    """
    notes = responses_of(board)
    if poll is None or poll.closed_at is None:
        return sorted(notes, key=lambda note: note.response.mark not in FIRST)
    poll.count(notes)
    return notes


def to_pick_from(board: Board, poll: Poll | None) -> list[Note]:
    """The responses as they are proposed for the plan: those with votes first, in board order."""
    notes = responses_of(board)
    if poll:
        poll.count(notes)
    return sorted(notes, key=lambda note: not note.votes_counted)
