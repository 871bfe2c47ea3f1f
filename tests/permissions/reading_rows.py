"""Rows for reading the indicators: setting one aside, their order, the private rating."""

from indicators.models import Indicator, RatingRound
from live.clock import now

from .live_rows import door_rows
from .row import NOBODY, PLACE, RUNS, TENDS, Row
from .world import World

SIGN = "local_need"


def one(world: World) -> list:
    return [SIGN]


def one_set_aside(world: World) -> list:
    """It waits to be brought back."""
    Indicator.of(world.workshop).filter(key=SIGN).update(set_aside_because="Not ours to change.")
    return [SIGN]


def while_rating(world: World) -> list:
    """People rate."""
    RatingRound.objects.get_or_create(session=world.session, defaults={"opened_at": now()})
    return []


def tended(route: str, args=one, **data) -> list[Row]:
    facts = {"args": args, "method": "POST", "data": lambda world: data}
    return door_rows(route, "tend_indicators", NOBODY, TENDS, **facts)


READING: list[Row] = [
    *tended("set-indicator-aside", because="Not ours to change."),
    *tended("bring-indicator-back", one_set_aside),
    *tended("order-indicator", way="later"),
    *door_rows("open-rating", "run_rating", NOBODY, RUNS, method="POST"),
    *(
        row
        for method in ("GET", "POST")
        for row in door_rows(
            "close-rating", "run_rating", NOBODY, RUNS, args=while_rating, method=method
        )
    ),
    *door_rows(
        "rate",
        "rate",
        PLACE,
        args=lambda world: [*while_rating(world), SIGN],
        method="POST",
        data=lambda world: {"how_far": "mostly"},
    ),
]
