"""What the indicators changed, and what not acting risks, as plain data for the report.

Actions are named by the id of their note. The words of a first response are read by its number
too, so that one that is taken back falls out of the next version.
"""

from typing import Any

from boards.models import Board, Column, Note
from boards.panel import columns_of
from workshops.models import Session

from ..models.debriefing import LESSON
from ..models.scenario import Horizon, Level
from ..story.before import is_true_before
from .actions import Action, Actions
from .compare import Difference, Line
from .fragments import KEY
from .lessons import Risks, risks_of

ORDER = ("same", "changed", "new", "")


def report_part(session: Session) -> dict[str, Any] | None:
    """Return sections 12 and 13 (domain brief 6); None before the debrief has begun.

    `marks` are the counts and the share in per cent; `actions` are in the order of the marks;
    `difference` is what was counted, level by level, beside the marks and not instead of them.
    """
    board = Board.objects.filter(session=session, activity_key=KEY).first()
    if board is None:
        return None
    columns, actions = columns_of(board), Actions(session)
    in_order = sorted(actions.all, key=lambda each: ORDER.index(each.mark))
    return {
        "first_is_before": is_true_before(session),
        "marks": actions.marks.as_data(),
        "changed_nothing": actions.changed_nothing,
        "actions": [action(each) for each in in_order],
        "difference": difference(actions),
        "lessons": {"notes": [ident(note) for note in lessons(columns)]},
        "risks": [risk(each) for each in risks_of(actions, columns) if each.number],
    }


def action(each: Action) -> dict[str, Any]:
    """One action as a table has it."""
    return {
        "note": str(each.response.note_id),
        "mark": each.mark,
        "owner": each.response.owner,
        "indicators": [tag.label for tag in each.tags],
        **where(each.line),
    }


def where(line: Line) -> dict[str, str]:
    return {
        "level": label(Level, line.answer.level),
        "horizon": label(Horizon, line.answer.horizon),
    }


def difference(actions: Actions) -> dict[str, Any]:
    """What was counted: sums by level, a line for each action that is not as it was, and for
    each that was `kept`; `horizons` are all times by which one can be, the soonest first."""
    found = actions.difference
    return {
        "is_told": found.is_told,
        "is_none": found.is_none,
        "levels": [sums(level, found.at(level)) for level in Level],
        "lines": [told(line, actions) for line in found.lines if line.changes != ("kept",)],
        "kept": [told(line, actions) for line in found.lines if line.changes == ("kept",)],
        "horizons": [str(horizon.label) for horizon in Horizon],
    }


def sums(level: Level, found: Difference) -> dict[str, Any]:
    return {"label": str(level.label), "is_told": found.is_told, "counts": found.counts}


def told(line: Line, actions: Actions) -> dict[str, Any]:
    """One line of the difference: what it was, what it is, what differs, what is behind it."""
    before, after = line.before, line.after
    return {
        "changes": [change.value for change in line.changes],
        "before": {"notes": [before.id] if before else []},
        "after": {"notes": [after.id] if after else []},
        "was_owned_by": was_owned_by(line),
        "was_by": label(Horizon, before.horizon) if before else "",
        "indicators": [tag.label for tag in actions.tagged(line)],
        "owner": after.owner if after else "",
        **where(line),
    }


def was_owned_by(line: Line) -> str:
    """The owner it had at first: the other level of government, or an organisation."""
    before, after = line.before, line.after
    if before is None or after is None:
        return ""
    return label(Level, before.level) if before.level != after.level else before.owner


def lessons(columns: list[Column]) -> list[Note]:
    found = [column.all_notes for column in columns if column.key == LESSON]
    return [note for notes in found for note in notes if note.state == "shown"]


def risk(each: Risks) -> dict[str, Any]:
    """The two boxes of one action."""
    act, nothing = each.boxes
    return {
        "action": {"notes": [str(each.about)] if each.action else []},
        "if_we_act": {"notes": [ident(note) for note in act.notes if note.state == "shown"]},
        "if_we_do_nothing": {
            "notes": [ident(note) for note in nothing.notes if note.state == "shown"]
        },
    }


def label(choices: type[Level] | type[Horizon], key: str) -> str:
    return str(choices(key).label)


def ident(note: Note) -> str:
    return str(note.pk)
