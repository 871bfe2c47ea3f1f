"""Rows for the action plan: saying more of an action, choosing for it, and what comes after."""

from uuid import uuid4

from boards.models import Board, Note
from indicators.models import Action
from workshops.models import Step

from .live_rows import door_rows
from .row import NOBODY, PLACE, TENDS, Row
from .world import World


def at_the_close(world: World) -> Board:
    """The room is on its last step at once, without the steps before it."""
    world.session.steps.filter(pk=world.step).update(state="done")
    step = world.session.steps.get(activity_key="close")
    step.state = "active"
    step.save()
    return Board.open_for(step, "plan")


def nothing(world: World) -> list:
    at_the_close(world)
    return []


def an_action_of_ines(world: World) -> list:
    note = Note.write(at_the_close(world), world.viewer(), uuid4(), "own", "Ring the tenants.")
    return [note.pk]


def said(world: World) -> dict:
    action = Action.objects.get()
    return {"base": action.version, "text": "Visit the tenants.", "owner": "Tenants’ group"}


def a_response(world: World) -> list:
    """One that Ines has made with the indicators."""
    step = Step(session=world.session, activity_key="scenario", mode="write")
    board = Board.open_for(step)
    note = Note.write(board, world.viewer(), uuid4(), "local-first_week", "Ring round.")
    Note.objects.filter(pk=note.pk).update(state="shown")
    at_the_close(world)
    return [note.pk]


PLAN: list[Row] = [
    *door_rows("action", "change_action", PLACE, TENDS, args=an_action_of_ines),
    *door_rows(
        "action",
        "change_action",
        PLACE,
        TENDS,
        args=an_action_of_ines,
        method="POST",
        data=said,
    ),
    *door_rows("choose-action", "make_plan", NOBODY, TENDS, args=a_response, method="POST"),
    *door_rows("look-again", "make_plan", NOBODY, TENDS, args=nothing, method="POST"),
    *door_rows("recommend", "make_plan", NOBODY, TENDS, args=nothing, method="POST"),
]
