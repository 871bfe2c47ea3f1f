"""Rows for reading the indicators: setting one aside, their order, the private rating."""

from .live_rows import door_rows
from .row import NOBODY, TENDS, Row
from .world import World

SIGN = "local_need"


def one(world: World) -> list:
    return [SIGN]


def one_set_aside(world: World) -> list:
    """It waits to be brought back."""
    from indicators.models import Indicator

    Indicator.of(world.workshop).filter(key=SIGN).update(set_aside_because="Not ours to change.")
    return [SIGN]


def tended(route: str, args=one, **data) -> list[Row]:
    facts = {"args": args, "method": "POST", "data": lambda world: data}
    return door_rows(route, "tend_indicators", NOBODY, TENDS, **facts)


READING: list[Row] = [
    *tended("set-indicator-aside", because="Not ours to change."),
    *tended("bring-indicator-back", one_set_aside),
    *tended("order-indicator", way="later"),
]
