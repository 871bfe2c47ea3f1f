"""Proxies as plain data for the report. Notes are named by id, never with their writer."""

from typing import Any

from boards.models import Board, Note
from boards.panel import columns_of
from workshops.models import Session

from ..models import Proxy
from ..models.proxy import State
from .grid import Grid, Row
from .said import TEST

TOLD_AS = {State.AGREED: "agreed", State.PARKED: "parked"}


def report_part(session: Session) -> dict[str, Any] | None:
    """Return each indicator in use with its proxies, agreed and `proposed` and `parked`.

    None without a board. Whoever stands without an agreed one has a `gap`: "stated", where the
    group left it so, else "open". `agreed` of `all` indicators have one.
    """
    board = Board.objects.filter(session=session, activity_key="proxies").first()
    if board is None:
        return None
    grid = Grid(board, columns_of(board))
    return {
        "agreed": len(grid.agreed),
        "all": len(grid.rows),
        "stated": len(grid.stated_gaps),
        "indicators": [indicator(row) for row in [*grid.rows, *grid.set_aside]],
    }


def indicator(row: Row) -> dict[str, Any]:
    """One indicator; one that was set aside has no gap, but what was written stays."""
    told: dict[str, list] = {"agreed": [], "proposed": [], "parked": []}
    for note in proxies_in(row):
        told[TOLD_AS.get(note.proxy.standing, "proposed")].append(proxy(note.proxy))
    aside = row.indicator.set_aside_because
    gap = "" if aside or told["agreed"] else "stated" if row.is_gap else "open"
    return {
        "key": row.indicator.key,
        "number": row.indicator.position,
        "label": row.label,
        "added": row.indicator.is_added,
        "set_aside": aside,
        "gap": gap,
        **told,
    }


def proxies_in(row: Row) -> list[Note]:
    """The notes that stand in a row by themselves, in the order of the board."""
    notes = [note for place in row.places for note in place.all_notes]
    return [note for note in notes if note.state == "shown" and hasattr(note, "proxy")]


def proxy(said: Proxy) -> dict[str, Any]:
    """What is said of one; `test` has the answers that were given, by question."""
    return {
        "note": str(said.note_id),
        "kind": said.kind,
        "kind_words": str(said.get_kind_display()),
        "to_change": said.standing == State.TO_CHANGE,
        "where_to_look": said.where_to_look,
        "test": {field: words for field in TEST if (words := getattr(said, field))},
        "tested": [
            {"question": str(asked), "answer": words}
            for field, asked in TEST.items()
            if (words := getattr(said, field))
        ],
    }
