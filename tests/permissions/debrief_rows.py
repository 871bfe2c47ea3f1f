"""Rows for the debrief: everyone here marks an action, and whoever watches sees the marks."""

from uuid import uuid4

from boards.models import Board, Note

from .live_rows import door_rows
from .row import NOBODY, PLACE, SCREEN, SEES, TENDS, Row
from .world import World


def in_the_debrief(world: World) -> list:
    """The room debriefs at once, without the steps before it."""
    world.session.steps.filter(pk=world.step).update(state="done")
    step = world.session.steps.get(key="scenario_debrief")
    step.state = "active"
    step.save()
    for activity in ("scenario", "debrief"):
        Board.open_for(step, activity)
    return []


def an_action(world: World) -> list:
    """A facilitator has entered one for the room, which debriefs."""
    if written := Note.objects.filter(column__board__activity_key="scenario").first():
        return [written.pk]
    in_the_debrief(world)
    board = Board.objects.get(session=world.session, activity_key="scenario")
    note = Note.write(board, world.viewer("owner"), uuid4(), "local-first_week", "Ring Kit")
    return [note.pk]


DEBRIEF: list[Row] = [
    *door_rows(
        "mark-action",
        "mark_action",
        PLACE,
        TENDS,
        args=an_action,
        method="POST",
        data=lambda world: {"mark": "changed", "seen": ""},
    ),
    *door_rows("read-out", "see_console", NOBODY, TENDS, args=in_the_debrief),
    *door_rows("sorted-by-mark", "see_board", PLACE, SEES, args=in_the_debrief),
    Row("screen:sorted-by-mark", frozenset(SCREEN), "see_board", args=in_the_debrief),
]
