"""What the story and its responses show to one viewer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import prefetch_related_objects

from boards.models import Board, Column, Note
from boards.panel import board_context, columns_of
from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..models import Passed, Role, Round, Scenario, Staging
from ..models.scenario import Horizon, Level
from ..models.staging import rounds_of
from ..sharing.who_has_what import table_of
from .before import name_of_first


@dataclass
class Cell:
    """What one level would do by one horizon; `first` are the answers before, to go on from."""

    level: Level
    column: Column
    first: Column | None = None


@dataclass
class Row:
    """A horizon with its local and its national cell."""

    horizon: Horizon
    cells: list[Cell] = field(default_factory=list)


def panel_context(step: Step, viewer: Viewer) -> dict[str, Any]:
    """The story as far as this viewer may know it, the round, and the board of that round.

    `rows` are the cells by horizon. Whoever would rather not do this story gets no `story`.
    """
    session = step.session
    staging = Staging.objects.get(session=session)
    story = story_for(session, viewer)
    has_passed = bool(story and viewer.participant and passed(story, viewer))
    board = board_of(step, staging)
    columns = with_tags(columns_of(board))
    firsts = first_columns(session) if board.activity.takes_indicators else {}
    context = board_context(board, step, columns, viewer)
    with_mine_tags(context.get("mine", []), columns)
    return context | {
        "round": Round(staging.round),
        "rounds": rounds_of(step),
        "story": None if has_passed else story,
        "has_passed": has_passed,
        "rows": rows_of(columns, firsts),
        "first_word": name_of_first(session),
        "room_on": room_on(columns, staging),
        "played": Role.played(session),
        "own_role": own_role(viewer),
        "asks_for_responses": staging.round not in (Round.NOTE, Round.READ),
        "stories": list(session.scenarios.all()),
    }


def story_for(session: Session, viewer: Viewer) -> Scenario | None:
    """The story of the viewer's table; everyone's on the console and the screen."""
    return Scenario.at(session, table_of(viewer.participant) if viewer.participant else 0)


def passed(story: Scenario, viewer: Viewer) -> bool:
    """Say whether this person would rather not do the story."""
    return Passed.objects.filter(scenario=story, participant=viewer.participant).exists()


def board_of(step: Step, staging: Staging) -> Board:
    """The board of first responses in the first round and in its own step, else the other."""
    first = step.activity_key == "first_response" or staging.round == Round.FIRST
    key = "first_response" if first else "scenario"
    return Board.objects.get(session=step.session, activity_key=key)


def first_columns(session: Session) -> dict[str, Column]:
    """The columns of the first responses by their key; none where nobody was asked."""
    board = Board.objects.filter(session=session, activity_key="first_response").first()
    return {each.key: each for each in with_tags(columns_of(board))} if board else {}


def rows_of(columns: list[Column], firsts: dict[str, Column]) -> list[Row]:
    """The columns by horizon, local before national."""
    by_key = {column.key: column for column in columns}
    return [
        Row(
            horizon,
            [
                Cell(level, by_key[f"{level}-{horizon}"], firsts.get(f"{level}-{horizon}"))
                for level in Level
            ],
        )
        for horizon in Horizon
    ]


def room_on(columns: list[Column], staging: Staging) -> Column | None:
    """Where the round asks first; nowhere while both levels are asked."""
    level = staging.round if staging.round in Level.values else ""
    return next((each for each in columns if level and each.key.startswith(level)), None)


def own_role(viewer: Viewer) -> str:
    """For which level this person speaks, in words; empty where it is only for themselves."""
    role = (
        Role.objects.filter(participant=viewer.participant).first() if viewer.participant else None
    )
    return str(role.get_level_display()) if role else ""


def with_tags(columns: list[Column]) -> list[Column]:
    """The same columns, with what tags their notes read at once."""
    for column in columns:
        for note in column.all_notes:
            note.column = column
    prefetch_tags(note for column in columns for note in column.all_notes)
    return columns


def with_mine_tags(mine: list[Note], columns: list[Column]) -> None:
    """The viewer's own notes, read the same way."""
    by_key = {column.pk: column for column in columns}
    for note in mine:
        note.column = by_key[note.column_id]
    prefetch_tags(mine)


def prefetch_tags(notes: Iterable[Note]) -> None:
    responses = [note.response for note in notes]
    prefetch_related_objects(responses, "indicators__merged_into", "indicators__addition__note")
