"""Rows for proxies: everyone here changes and calls, facilitators settle."""

from uuid import uuid4

from boards.models import Note

from .live_rows import door_rows
from .row import NOBODY, PLACE, RUNS, TENDS, Row
from .world import World, go_to


def a_proxy(world: World) -> list:
    """A facilitator has entered one for the room."""
    if written := Note.objects.filter(column__board__activity_key="proxies").first():
        return [written.pk]
    go_to(world.session, "indicators_proxies")
    board = world.session.boards.get(activity_key="proxies")
    said = {"kind": "measure"}
    note = Note.write(board, world.viewer("owner"), uuid4(), "local_need", "Days to answer", said)
    return [note.pk]


def other_words(world: World) -> dict:
    [key] = a_proxy(world)
    base = Note.objects.get(pk=key).version
    return {"text": "Hours to answer", "kind": "measure", "base": base}


def an_indicator(world: World) -> list:
    go_to(world.session, "indicators_proxies")
    return ["local_need"]


def on_a_proxy(route: str, act: str, place, console, data) -> list[Row]:
    return door_rows(route, act, place, console, args=a_proxy, method="POST", data=data)


def a_verb(verb: str):
    return lambda world: [*a_proxy(world)[:0], verb]


PROXIES: list[Row] = [
    *(
        row
        for verb in ("on", "end")
        for row in door_rows(
            "read-back", "run_steps", NOBODY, RUNS, args=a_verb(verb), method="POST", label=verb
        )
    ),
    *on_a_proxy("change-proxy", "change_note", PLACE, TENDS, other_words),
    *on_a_proxy("test-proxy", "change_note", PLACE, TENDS, other_words),
    *on_a_proxy("call-proxy", "make_call", PLACE, NOBODY, lambda world: {"call": "change"}),
    *on_a_proxy("settle-proxy", "settle_proxy", NOBODY, TENDS, lambda w: {"state": "agreed"}),
    *door_rows(
        "leave-gap",
        "sort_notes",
        PLACE,
        TENDS,
        args=an_indicator,
        method="POST",
        data=lambda world: {"on": "yes"},
    ),
]
