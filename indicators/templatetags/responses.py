"""What the templates of responses ask: where one belongs, what a form says, what may be ticked."""

from collections.abc import Mapping
from typing import Any

from django import template

from boards.models import Board, Column, Note
from workshops.models import Session
from workshops.viewers import Viewer

from ..models import Response, Scenario
from ..story.before import name_of_first
from ..story.columns import takes_indicators
from ..story.said import TICK, uuid_or_none
from ..story.ticks import Ticks, ticks

register = template.Library()


@register.simple_tag
def said_of_response(
    note: Note | None = None, typed: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The fields of the form of a response: as they were typed, as they are kept, or empty.

    `on` are the keys of the indicators that call for it.
    """
    if typed is not None:
        on = {name.removeprefix(TICK) for name in typed if name.startswith(TICK)}
        names = ("owner", "text", "instead_of", "column")
        return {name: typed.get(name, "") for name in names} | {"on": on}
    if note is None:
        return {"on": set()}
    response = note.response
    return {
        "owner": response.owner,
        "text": response.text,
        "column": note.column.key,
        "on": {each.key for each in response.tags},
    }


@register.simple_tag
def ticks_of(board: Board, story: Scenario | None, on: set[str]) -> Ticks:
    """What may be ticked on this board; nothing where responses are not tagged."""
    if not takes_indicators(board):
        return Ticks([], [])
    return ticks(board.session, story, on)


@register.simple_tag
def places_of(board: Board) -> list[Column]:
    """The columns of a board, to choose one."""
    return list(board.columns.all())


@register.simple_tag
def first_word_of(note: Note) -> str:
    """What the first response is called that this one quotes."""
    return getattr(note, "first_word", "") or name_of_first(note.board.session)


@register.filter
def is_kept_by_someone(note: Note) -> bool:
    """Say whether some response keeps this first one as it is."""
    known = getattr(note, "kept_by_someone", None)
    return note.response.instead.kept().exists() if known is None else known


@register.simple_tag
def board_typed_for(viewer: Viewer, typed: Mapping[str, str]) -> Board | None:
    """The board that a form names which was refused."""
    key = typed.get("board", "")
    return Board.objects.filter(session=viewer.session, activity_key=key).first()


@register.simple_tag
def said_for_place(round: str, asked: Mapping[str, str], session: Session) -> dict[str, Any]:
    """What the box begins with: the level that the round asks, or a first response to change.

    Only a page without scripts asks for one in its address; others fill in their box.
    """
    first = Response.objects.of(session).firsts().shown()
    key = uuid_or_none(asked.get("instead_of", ""))
    found = first.filter(note=key).select_related("note__column").first() if key else None
    if found is None:
        return {"on": set(), "column": f"{round}-first_week", "instead_of": ""}
    return {
        "on": set(),
        "column": found.note.column.key,
        "instead_of": str(found.note_id),
        "before": found.text,
        "text": found.text,
        "owner": found.owner,
    }
