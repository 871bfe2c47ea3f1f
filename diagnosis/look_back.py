"""What a later session should know of the diagnosis: each of the eight, in a line."""

from typing import Any

from boards.models import Board
from workshops.models import Session

from .models import Fit, Reading


def look_back(session: Session) -> dict[str, Any] | None:
    """Return the eight with `finding` and `calls`, (words, number) as far as they were shown."""
    board = Board.objects.filter(session=session, activity_key="diagnosis").first()
    if board is None:
        return None
    readings = Reading.objects.filter(column__board=board).select_related("column")
    return {"eight": [line(each) for each in readings.order_by("column__position")]}


def line(reading: Reading) -> dict[str, Any]:
    """One of the eight. Calls that nobody has shown are nobody's to know."""
    counts = reading.counts() if reading.calls_shown_at else {}
    return {
        "number": reading.column.position,
        "label": reading.column.label,
        "finding": reading.finding,
        "calls": [(Fit(fit).label, number) for fit, number in counts.items() if number],
    }
