"""A whole half-day played on real rows by the models' own verbs: reports to look at and to test.

`play("full")` is a workshop in which everything was run; the other sizes are told at SIZES.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshops.models import Session

SIZES = {
    "full": "everything was run",
    "smallest": "planned, and nothing more",
    "scripts": "everything was run, in many scripts; a second sitting left notes sealed",
    "long": "everything was run, with 700 notes or as many as are asked for",
}
LONG = 700  # notes, for about 100 pages


def play(size: str = "full", notes: int = LONG) -> "Session":
    """Play one workshop and return its session; the content has been loaded."""
    from .half_day import played  # which needs Django's models

    return played(size, notes)
