"""Lessons and risks as they stand beside the actions: each risk in a box of its action."""

from dataclasses import dataclass, field
from uuid import UUID

from boards.models import Column, Note

from ..models.debriefing import LESSON, RISKS
from .actions import Action, Actions


@dataclass
class Box:
    """Where people write one kind of thing about one action: `notes` of all, `mine` of a viewer."""

    column: Column
    place: str
    notes: list[Note] = field(default_factory=list)
    mine: list[Note] = field(default_factory=list)


@dataclass
class Risks:
    """The two boxes about one action. `action` is None for one that is not on the board now, and
    `about` too for risks that are about none."""

    about: UUID | None
    boxes: list[Box]
    action: Action | None = None
    is_top: bool = False

    @property
    def number(self) -> int:
        """How many risks are named."""
        return sum(len(box.notes) for box in self.boxes)


def place_of(note: Note) -> str:
    """The key of the place where a note of the debrief lies: a lesson in its column."""
    if note.column.key not in RISKS:
        return note.column.live_key
    return risk_place(subject_of(note), note.column)


def subject_of(note: Note) -> UUID | None:
    """The note of the action that a risk is about; None for a note that was no risk at first."""
    lesson = getattr(note, "lesson", None)
    action = lesson.action if lesson else None
    return action.note_id if action else None


def risk_place(about: UUID | None, column: Column) -> str:
    return f"risks-{about or 'none'}-{column.key}"


def lesson_column(columns: list[Column]) -> Column:
    return next(column for column in columns if column.key == LESSON)


def risks_of(actions: Actions, columns: list[Column]) -> list[Risks]:
    """The risks of every action, the top one first; then those whose action has gone.

    `columns` are those of the debrief's board with their notes and, for a participant, `mine`.
    """
    top = actions.top
    in_order = sorted(actions.all, key=lambda each: each != top)
    found = [boxes_for(each.response.note_id, columns) for each in in_order]
    for risks, action in zip(found, in_order, strict=True):
        risks.action, risks.is_top = action, action == top
    known: set[UUID | None] = {risks.about for risks in found}
    left = [boxes_for(each, columns) for each in written_about(columns) if each not in known]
    return [*found, *left]


def boxes_for(about: UUID | None, columns: list[Column]) -> Risks:
    """The two boxes about an action, with what is in them."""
    boxes = [box_of(column, about) for column in columns if column.key in RISKS]
    return Risks(about, boxes)


def box_of(column: Column, about: UUID | None) -> Box:
    """One box about an action: its place, the notes in it and those that are one's own."""
    here = risk_place(about, column)
    notes = [note for note in column.all_notes if place_of(note) == here]
    mine = [note for note in getattr(column, "mine", []) if place_of(note) == here]
    return Box(column, here, notes, mine)


def written_about(columns: list[Column]) -> list[UUID | None]:
    """The actions that some risk is about, each once; None where one is about none."""
    notes = [note for column in columns for note in column.all_notes if column.key in RISKS]
    return list(dict.fromkeys(subject_of(note) for note in notes))
