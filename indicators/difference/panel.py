"""What the debrief shows to one viewer."""

from dataclasses import dataclass
from typing import Any

from boards.models import Board, Note
from boards.panel import board_context, columns_of
from workshops.models import Step
from workshops.viewers import Viewer

from ..models import Scenario
from ..models.scenario import Horizon, Level
from ..story.before import is_true_before, name_of_first
from ..story.panel import passed, story_for
from .actions import Action, Actions
from .compare import Line
from .fragments import KEY, sums_context
from .lessons import lesson_column, risks_of

MARKS = ("new", "changed", "same", "")  # the order of the screen: what the indicators did first


@dataclass(frozen=True)
class Cell:
    """What one level of government would do by one time, and what it would do no more."""

    level: Level
    actions: list[Action]
    dropped: list[Line]


@dataclass(frozen=True)
class Row:
    """One time, local beside national."""

    horizon: Horizon
    cells: list[Cell]


def panel_context(step: Step, viewer: Viewer) -> dict[str, Any]:
    """The actions by time and level, their marks and what they add up to, lessons and risks."""
    board = Board.objects.get(session=step.session, activity_key=KEY)
    columns, actions = columns_of(board), Actions(step.session)
    return {
        **board_context(board, step, columns, viewer),
        **actions_context(board, actions),
        "story": story_told_to(viewer, step),
        "lessons": lesson_column(columns),
        "risks": risks_of(actions, columns),
    }


def story_told_to(viewer: Viewer, step: Step) -> Scenario | None:
    """The story, but for whoever would rather not do it."""
    story = story_for(step.session, viewer)
    return None if story and viewer.participant and passed(story, viewer) else story


def actions_context(board: Board, actions: Actions) -> dict[str, Any]:
    """The same for everyone: `rows` of the board, `piles` by mark, `told` by level."""
    return {
        **sums_context(board, actions),
        "levels": list(Level),
        "rows": rows_of(actions),
        "piles": [(mark, [each for each in actions.all if each.mark == mark]) for mark in MARKS],
        "told": [(level, actions.difference.at(level)) for level in Level],
        "first_name": name_of_first(actions.session),
        "first_is_before": is_true_before(actions.session),
        "risk_missing": lacks_risk(board, actions.top),
    }


def lacks_risk(board: Board, top: Action | None) -> bool:
    """Say whether nobody has said what doing nothing about the top action would risk."""
    if top is None:
        return False
    said = Note.objects.standing().filter(column__board=board, column__key="if_we_do_nothing")
    return not said.filter(lesson__about=top.response).exists()


def rows_of(actions: Actions) -> list[Row]:
    return [
        Row(horizon, [cell_of(actions, level, horizon) for level in Level]) for horizon in Horizon
    ]


def cell_of(actions: Actions, level: Level, horizon: Horizon) -> Cell:
    """One cell of the grid: what is answered there now, and what was there at first and is not."""
    place = (level.value, horizon.value)

    def is_here(line: Line) -> bool:
        return (line.answer.level, line.answer.horizon) == place

    here = [each for each in actions.all if is_here(each.line)]
    return Cell(level, here, [line for line in actions.dropped if is_here(line)])
