"""What the story and its responses show to one viewer."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import prefetch_related_objects

from boards.models import Board, Column, Note
from boards.panel import board_context, columns_of
from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..models import Passed, Response, Role, Round, Scenario, Staging
from ..models.scenario import Horizon, Level
from ..models.staging import rounds_of
from ..sharing.who_has_what import table_of
from .before import name_of_first
from .columns import takes_indicators
from .ticks import ticks


@dataclass
class Cell:
    """What one level would do by one horizon; `first` are the answers before, to go on from."""

    level: Level
    horizon: Horizon
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
    board = board_in_round(step)
    word = name_of_first(session)
    columns = readable(columns_of(board), word)
    firsts = first_columns(session, word) if takes_indicators(board) else {}
    rows = rows_of(columns, firsts)
    context = board_context(board, step, columns, viewer)
    own_ones(context.get("mine", []), columns, word)
    return context | {
        "round": Round(staging.round),
        "rounds": rounds_of(step),
        "story": None if has_passed else story,
        "has_passed": has_passed,
        "rows": rows,
        "screen_levels": [
            (level, [cell for row in rows for cell in row.cells if cell.level == level])
            for level in Level
        ],
        "first_word": word,
        "room_on": room_on(columns, staging),
        "played": Role.played(session),
        "own_role": own_role(viewer),
        "asks_for_responses": staging.round not in (Round.NOTE, Round.READ),
        "stories": list(session.scenarios.all()),
        **({} if viewer.participant else for_the_room(session, story)),
    }


def for_the_room(session: Session, story: Scenario | None) -> dict[str, Any]:
    """What the console and the screen show besides: focus prompts, seats, stories to choose."""
    roles = Role.objects.filter(session=session, participant__removed_at=None)
    return {
        "focus": ticks(session, story, set()).focus,
        "seated": roles.exclude(participant=None).select_related("participant"),
        "people_here": session.people_here(),
        "seat_levels": list(Level),
        "to_choose": [] if story else session.workshop.content.items("scenarios"),
    }


def session_of(viewer: Viewer) -> Session:
    """The session at whose door the viewer stands."""
    assert viewer.session is not None
    return viewer.session


def story_for(session: Session, viewer: Viewer) -> Scenario | None:
    """The story of the viewer's table; everyone's on the console and the screen."""
    return Scenario.at(session, table_of(viewer.participant) if viewer.participant else 0)


def passed(story: Scenario, viewer: Viewer) -> bool:
    """Say whether this person would rather not do the story."""
    return Passed.objects.filter(scenario=story, participant=viewer.participant).exists()


def board_in_round(step: Step) -> Board:
    """The board of first responses in the first round and in its own step, else the other."""
    in_first = Staging.objects.filter(session=step.session, round=Round.FIRST).exists()
    first = step.activity_key == "first_response" or in_first
    key = "first_response" if first else "scenario"
    return Board.objects.get(session=step.session, activity_key=key)


def first_columns(session: Session, word: str) -> dict[str, Column]:
    """The columns of the first responses by their key; none where nobody was asked."""
    board = Board.objects.filter(session=session, activity_key="first_response").first()
    columns = readable(columns_of(board), word) if board else []
    kept = set(Response.objects.of(session).kept().values_list("instead_of__note", flat=True))
    for column in columns:
        for note in column.all_notes:
            note.kept_by_someone = note.pk in kept
    return {column.key: column for column in columns}


def rows_of(columns: list[Column], firsts: dict[str, Column]) -> list[Row]:
    """The columns by horizon, local before national."""
    by_key = {column.key: column for column in columns}
    return [
        Row(
            horizon,
            [
                Cell(level, horizon, by_key[key], firsts.get(key))
                for level, key in [(level, f"{level}-{horizon}") for level in Level]
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


def readable(columns: list[Column], word: str) -> list[Column]:
    """The same columns; what their notes show beside themselves is read for all at once."""
    for column in columns:
        for note in column.all_notes:
            note.column, note.first_word = column, word
    prefetch_tags([note for column in columns for note in column.all_notes])
    return columns


def own_ones(mine: list[Note], columns: list[Column], word: str) -> None:
    """The viewer's own notes, read the same way."""
    by_key = {column.pk: column for column in columns}
    for note in mine:
        note.column, note.first_word = by_key[note.column_id], word
    prefetch_tags(mine)


def prefetch_tags(notes: list[Note]) -> None:
    responses = [note.response for note in notes]
    prefetch_related_objects(responses, "indicators__merged_into", "indicators__addition__note")
