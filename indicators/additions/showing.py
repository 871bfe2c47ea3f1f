"""What is shown of the proposals: to everyone, to their writers, and to whoever decides."""

from typing import Any

from boards.models import Board, Note
from boards.panel import board_context, columns_of
from live.rooms import push_fetch
from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..models import Addition, Indicator
from .overlap import Sign, overlaps
from .relabelling import relabel

KEY = "additions"


def panel_context(step: Step, viewer: Viewer) -> dict[str, Any]:
    """The board of proposals, and the `signs` they stand beside."""
    board = Board.objects.get(session=step.session, activity_key=KEY)
    columns = columns_of(board)
    return {
        **board_context(board, step, columns, viewer),
        "column": columns[0],
        "signs": list(Indicator.of(step.session.workshop).standing()),
        "is_open": board.is_open(),
    }


def suggesting_context(session: Session, viewer: Viewer) -> dict[str, Any]:
    """What the form needs in any step of the stage: `board`, `column`, and one's own proposals.

    Empty before the first step of the stage, when there is no board.
    """
    board = Board.objects.filter(session=session, activity_key=KEY).first()
    if board is None:
        return {}
    notes = Note.objects.filter(column__board=board, writer=viewer.participant)
    mine = notes.exclude(state="taken_back").with_everything().order_by("-order")
    return {
        "board": board,
        "column": board.columns.get(),
        "is_open": board.is_open(),
        "mine": list(mine) if viewer.participant else [],
    }


def deciding_context(session: Session) -> dict[str, Any]:
    """For facilitators: all proposals of the workshop with what they overlap, and the indicators
    that one can be merged into."""
    additions = list(Addition.objects.of(session.workshop))
    indicators = list(Indicator.of(session.workshop).in_use())
    for each in additions:
        each.overlaps = overlaps_of(each, indicators, additions)
        each.likely = next((one.sign.key for one in each.overlaps if one.sign.number), "")
    return {
        "board": Board.objects.get(session=session, activity_key=KEY),
        "session": session,
        "additions": additions,
        "targets": indicators,
        "adopted": sum(each.decision == "adopted" for each in additions),
    }


def overlaps_of(addition: Addition, indicators: list[Indicator], additions: list[Addition]) -> list:
    """What a proposal may be the same as; nothing once it has been merged."""
    if addition.decision == "merged" or addition.note.state != "shown":
        return []
    own = addition.indicator_id
    signs = [sign(each) for each in indicators if each.pk != own]
    signs += [
        Sign(str(each.note_id), None, each.label, each.meaning)
        for each in additions
        if each != addition and each.decision == "proposed" and each.note.state == "shown"
    ]
    return overlaps(addition.label, addition.meaning, signs)


def sign(indicator: Indicator) -> Sign:
    """What of an indicator is compared with a proposal."""
    item = indicator.item
    return Sign(item.key, item.order, item.label, item["description"])


def asked_of(note: Note) -> list:
    """What whoever proposed it is asked about, while it is a proposal."""
    addition = note.addition
    addition.note = note
    if addition.decision != "proposed":
        return []
    workshop = note.board.session.workshop
    others = list(Addition.objects.of(workshop))
    return overlaps_of(addition, list(Indicator.of(workshop).in_use()), others)


def push_with(note: Note) -> None:
    """Tell facilitators, and when it is an indicator give every board its words as they are now."""
    session = note.board.session
    fetch = "additions/deciding/"
    push_fetch(session.room_key, f"deciding-{note.board.pk}", fetch, audience="facilitators")
    if note.addition.indicator_id and relabel(session):
        session.show_everyone()
