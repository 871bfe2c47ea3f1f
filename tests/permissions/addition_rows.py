"""Rows for added indicators: changing one's own suggestion, and deciding on it."""

from uuid import uuid4

from boards.models import Board, Note
from workshops.models import Step

from .live_rows import door_rows
from .row import NOBODY, PLACE, TENDS, Row
from .world import World

DECISIONS = ["adopt", "merge", "park", "reopen"]


def in_stage_two(world: World) -> Board:
    """The room asks what is missing, at once, without the steps before it."""
    world.session.steps.filter(pk=world.step).update(state="done")
    step = Step.of(world.session, world.session.content_of_step("indicators_add"), 99, 10)
    step.state = "active"
    step.save()
    return Board.open_for(step)


def nothing(world: World) -> list:
    in_stage_two(world)
    return []


def of_ines(world: World) -> list:
    """Ines suggests an indicator."""
    board = in_stage_two(world)
    return [Note.write(board, world.viewer(), uuid4(), "proposed", "Trust", {}).pk]


def decision(name: str) -> list[Row]:
    fields = {"decision": name, "was": "proposed", "into": "data_sharing"}
    return door_rows(
        "decide-addition",
        "decide_addition",
        NOBODY,
        TENDS,
        args=of_ines,
        method="POST",
        data=lambda world: fields,
        label=name,
    )


ADDITIONS: list[Row] = [
    *door_rows("deciding", "see_console", NOBODY, TENDS, args=nothing),
    *(row for name in DECISIONS for row in decision(name)),
    *door_rows(
        "change-addition",
        "change_note",
        PLACE,
        NOBODY,
        args=of_ines,
        method="POST",
        data=lambda world: {"text": "Trust between us", "base": 1},
    ),
]
