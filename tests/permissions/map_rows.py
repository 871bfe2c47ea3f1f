"""Rows for the relationship map: what is shown of it, and changing a link."""

from uuid import uuid4

from boards.models import Board, Note
from workshops.models import Step

from .live_rows import door_rows
from .row import PLACE, SCREEN, SEES, TENDS, Row
from .world import World


def on_the_map(world: World) -> Step:
    """The room is on its map at once, without the steps before it."""
    world.session.steps.filter(pk=world.step).update(state="done")
    step = Step.of(world.session, world.session.content_of_step("relationship_map"), 99, 20)
    step.state = "active"
    step.save()
    Board.open_for(step)
    return step


def nothing(world: World) -> list:
    on_the_map(world)
    return []


def a_link_of_ines(world: World) -> list:
    """Ines links two stakeholders."""
    step = on_the_map(world)
    who = Board.open_for(Step(session=world.session, activity_key="stakeholders"))
    ends = [Note.write(who, world.viewer("owner"), uuid4(), "unsorted", name) for name in "AB"]
    link = Note.write(Board.open_for(step), world.viewer(), uuid4(), "links", "", said(*ends))
    return [link.pk]


def said(one: Note, other: Note) -> dict[str, str]:
    return {"one": str(one.pk), "other": str(other.pk), "status": "existing", "strength": "weak"}


def the_same_again(world: World) -> dict:
    """The fields of the link there is, with another remark."""
    a, b = Note.objects.filter(column__key="unsorted")
    return {**said(a, b), "text": "Only in winter.", "base": 1}


def shown(route: str) -> list[Row]:
    return [
        *door_rows(route, "see_board", PLACE, SEES, args=nothing),
        Row(f"screen:{route}", frozenset(SCREEN), "see_board", args=nothing),
    ]


MAP: list[Row] = [
    *shown("map"),
    *shown("links"),
    *door_rows("what-if", "see_board", PLACE, SEES, args=nothing),
    *door_rows(
        "change-link",
        "change_note",
        PLACE,
        TENDS,
        args=a_link_of_ines,
        method="POST",
        data=the_same_again,
    ),
]
