"""Who may do what: one row for each route, method and verb, with the people it lets in."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from django.urls import reverse

from .world import World

PLACE = {"participant"}
SEES = {"observer", "co-facilitator", "owner"}
RUNS = {"owner"}  # who holds the controls
TENDS = {"co-facilitator", "owner"}
SCREEN = {"screen"}
EVERYONE = {
    "anonymous",
    "participant",
    "participant elsewhere",
    "removed participant",
    "screen",
    "observer",
    "other facilitator",
    "co-facilitator",
    "owner",
    "policy lab",
}
SIGNED_IN = {"observer", "other facilitator", "co-facilitator", "owner", "policy lab"}
NOBODY: set[str] = set()


@dataclass(frozen=True)
class Row:
    """One way to ask: the route's full name, its arguments, what is sent, who is let in.

    `act` names the right (of workshops.rights.GRANTS) that guards it; without one
    the row stands for something that is not guarded by a right.
    """

    route: str
    lets_in: frozenset[str]
    act: str = ""
    args: Callable[[World], list] = lambda world: []
    method: str = "GET"
    data: Callable[[World], dict] = lambda world: {}
    label: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.route} {self.label}".strip()

    def path(self, world: World, person: str) -> str:
        """The address as this person would type it."""
        door = self.route.partition(":")[0]
        if door in ("place", "console"):
            return reverse(self.route, args=[world.session.code, *self.args(world)])
        if door == "screen":
            token = world.session.screen_token if person == "screen" else "x" * 32
            return reverse(self.route, args=[token, *self.args(world)])
        return reverse(self.route, args=self.args(world))


def door_rows(route: str, act: str, place=NOBODY, console=NOBODY, **facts) -> list[Row]:
    """The same address at the place and at the console."""
    return [
        Row(f"place:{route}", frozenset(place), act, **facts),
        Row(f"console:{route}", frozenset(console), act, **facts),
    ]


def note_verb(verb: str, act: str, place=NOBODY, console=NOBODY, data=lambda world: {}) -> list[Row]:
    return door_rows(
        "note-verb",
        act,
        place,
        console,
        args=lambda world: [world.note.pk, verb],
        method="POST",
        data=data,
        label=verb,
    )


def control(verb: str, **fields) -> Row:
    return Row(
        "console:control",
        frozenset(RUNS),
        "run_steps",
        args=lambda world: [verb],
        method="POST",
        data=lambda world: {"step": world.step, **fields},
        label=verb,
    )


def base(world: World) -> dict:
    world.note.refresh_from_db()
    return {"base": world.note.version}


def reading(verb: str, act: str, place=NOBODY, console=NOBODY, **fields) -> list[Row]:
    return door_rows(
        verb,
        act,
        place,
        console,
        args=lambda world: ["unsolved"],
        method="POST",
        data=lambda world: fields,
    )


LIVE = [
    *door_rows("page", "see_board", PLACE, SEES),
    *door_rows("step", "see_board", PLACE, SEES),
    *door_rows("changes", "see_board", PLACE, SEES),
    Row("screen:page", frozenset(SCREEN), "see_board"),
    Row("screen:step", frozenset(SCREEN), "see_board"),
    Row("screen:changes", frozenset(SCREEN), "see_board"),
    *door_rows("note", "see_board", PLACE, SEES, args=lambda world: [world.note.pk]),
    *door_rows(
        "note",
        "",
        PLACE,
        TENDS,
        args=lambda world: [uuid4()],
        method="POST",
        data=lambda world: {"board": "diagnosis", "column": "unsolved", "text": "Each its own way."},
    ),
    *note_verb("change", "write_note", PLACE, data=lambda w: {"text": "New words.", **base(w)}),
    *note_verb("take-back", "see_own_notes", PLACE),
    *note_verb("move", "sort_notes", PLACE, TENDS, lambda w: {"column": "untraceable", **base(w)}),
    *note_verb("group", "sort_notes", PLACE, TENDS, lambda w: {"cluster": w.cluster.pk, **base(w)}),
    *note_verb("take-out", "sort_notes", PLACE, TENDS, base),
    *note_verb("park", "sort_notes", PLACE, TENDS),
    *note_verb("unpark", "sort_notes", PLACE, TENDS),
    *note_verb("differently", "see_differently", NOBODY),
    *note_verb("alike", "see_differently", PLACE),
    *note_verb("hide", "hide_note", NOBODY, TENDS, lambda w: {"because": "Holds a name."}),
    *note_verb("restore", "hide_note", NOBODY, NOBODY),
    *note_verb("admit", "hide_note", NOBODY, NOBODY),
    *door_rows(
        "gather",
        "sort_notes",
        PLACE,
        TENDS,
        args=lambda world: [uuid4()],
        method="POST",
        data=lambda world: {"notes": [str(world.note.pk)], "name": "One of a kind"},
    ),
    *(
        row
        for verb in ("rename", "ungroup")
        for row in door_rows(
            "cluster-verb",
            "sort_notes",
            PLACE,
            TENDS,
            args=lambda world, verb=verb: [world.cluster.pk, verb],
            method="POST",
            data=lambda world: {"name": "Another name"},
            label=verb,
        )
    ),
    *reading("call", "make_call", PLACE, call="strong"),
    *reading("show-calls", "write_finding", NOBODY, TENDS),
    *reading("finding", "write_finding", NOBODY, TENDS, text="We go round in circles."),
    *(control(verb) for verb in ("next", "back", "pause", "carry-on", "lock-board", "open-board")),
    control("add", minutes=2),
    control("focus", focus="unsolved"),
    Row(
        "console:skip",
        frozenset(RUNS),
        "run_steps",
        args=lambda world: [world.session.next_planned().pk],
        method="POST",
    ),
    Row("console:start", frozenset(NOBODY), "take_controls", method="POST"),
    Row("console:take-controls", frozenset(TENDS), "take_controls", method="POST"),
    Row("console:end", frozenset(RUNS), "end_session", method="POST"),
]
