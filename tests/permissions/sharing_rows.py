"""Rows for pairs and tables: what a facilitator does about them."""

from indicators.models import Indicator, Pair, Seat

from .live_rows import door_rows
from .row import NOBODY, TENDS, Row
from .world import World


def twelve_more(world: World) -> dict:
    """Enough people for tables."""
    people = world.session.participants
    for number in range(12):
        people.create(name=f"P{number}", category="local_government", agrees_to_keeping=True)
    return {}


def in_a_pair(world: World) -> dict:
    Pair.make(world.session)
    return {"person": world.participant.pk, "pair": 1}


def at_a_table(world: World) -> dict:
    twelve_more(world)
    Seat.make_tables(world.session)
    return {"person": world.participant.pk, "table": 3}


def an_indicator(world: World) -> dict:
    Pair.make(world.session)
    return {"indicator": Indicator.of(world.workshop)[0].key, "pair": 1}


def of_facilitators(route: str, data=lambda world: {}, label: str = "") -> list[Row]:
    return door_rows(route, "share_out", NOBODY, TENDS, method="POST", data=data, label=label)


SHARING: list[Row] = [
    *door_rows("sharing", "see_console", NOBODY, TENDS),
    *of_facilitators("make-pairs"),
    *of_facilitators("make-tables", twelve_more),
    *of_facilitators("one-table"),
    *of_facilitators("move-person", in_a_pair, "pair"),
    *of_facilitators("move-person", at_a_table, "table"),
    *of_facilitators("move-indicator", an_indicator),
]
