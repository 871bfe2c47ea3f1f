"""Rows for the story: choosing and telling it, passing on it, keeping and changing a response."""

from uuid import uuid4

from boards.models import Board, Note
from indicators.models import Scenario, Staging
from tests.indicators.story import STORY

from .live_rows import door_rows
from .row import NOBODY, PLACE, RUNS, TENDS, Row
from .world import World


def with_a_story(world: World, **other: str) -> Scenario:
    """The room is in the first round of a story, at once, without the steps before it."""
    session = world.session
    if told := session.scenarios.first():
        return told
    session.steps.filter(pk=world.step).update(state="done")
    step = session.steps.get(key="scenario_respond")
    step.state = "active"
    step.save()
    for each in ("scenario", "first_response"):
        Board.open_for(step, each)
    told = Scenario.tell(session, {**STORY, **other})
    Staging.of(session).move("first")
    return told


def told(world: World) -> list:
    with_a_story(world)
    return []


def a_first_response(world: World) -> list:
    """Ines answered in the first round; the room is on the local one."""
    with_a_story(world)
    board = world.session.boards.get(activity_key="first_response")
    note = Note.write(board, world.viewer(), uuid4(), "local-first_week", "Ask Kit.")
    Staging.of(world.session).move("local")
    return [note.pk]


def a_response(world: World) -> list:
    with_a_story(world)
    Staging.of(world.session).move("local")
    board = world.session.boards.get(activity_key="scenario")
    return [Note.write(board, world.viewer(), uuid4(), "local-first_week", "Sit with Kit.").pk]


def to_the_story(route: str, act: str, place=NOBODY, console=NOBODY, **facts) -> list[Row]:
    return door_rows(route, act, place, console, args=told, method="POST", **facts)


STORIES: list[Row] = [
    *door_rows("choose-story", "choose_story", NOBODY, TENDS),
    *door_rows("write-story", "choose_story", NOBODY, TENDS),
    *to_the_story(
        "choose-story", "choose_story", NOBODY, TENDS, data=lambda w: {"template": "winter_surge"}
    ),
    *to_the_story("drop-story", "choose_story", NOBODY, TENDS),
    *to_the_story("story-round", "run_steps", NOBODY, RUNS, data=lambda w: {"round": "local"}),
    *to_the_story(
        "story-twist", "run_steps", NOBODY, RUNS, data=lambda w: {"story": with_a_story(w).pk}
    ),
    *to_the_story(
        "story-seat",
        "choose_story",
        NOBODY,
        TENDS,
        data=lambda w: {"person": w.participant.pk, "level": "national"},
    ),
    *to_the_story("pass-on-story", "pass_on_story", PLACE),
    *door_rows(
        "keep-response", "keep_response", PLACE, TENDS, args=a_first_response, method="POST"
    ),
    *door_rows(
        "change-response",
        "change_note",
        PLACE,
        NOBODY,
        args=a_response,
        method="POST",
        data=lambda w: {"text": "Sit with Kit and two others.", "base": 1},
    ),
]
