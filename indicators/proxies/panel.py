"""What the board of proxies shows to one viewer."""

from collections import Counter, defaultdict
from typing import Any

from boards.models import Board, Column, Note
from boards.panel import board_context, columns_of
from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..models import ProxyCall
from ..sharing.who_has_what import pairs_of, share_of
from .fragments import own_calls_context
from .grid import Grid, Row
from .read_back import ReadBack


def panel_context(step: Step, viewer: Viewer) -> dict[str, Any]:
    """The `grid`, the viewer's share of it (`share`, and `others`), and where the room is."""
    session = step.session
    board = Board.objects.select_related("session").get(session=session, activity_key="proxies")
    columns = columns_of(board)
    grid = Grid(board, columns)
    name_pairs(grid, session)
    notes = notes_in(grid)
    count_calls(notes)
    context = {
        **board_context(board, step, columns, viewer),
        "grid": grid,
        "read_back": ReadBack.on(grid, notes),
    }
    if viewer.participant:
        context |= own_calls_context(board, viewer.participant)
        context |= share_context(grid, session, viewer)
    return context


def share_context(grid: Grid, session: Session, viewer: Viewer) -> dict[str, list[Row]]:
    """The rows of the viewer's pair and the `others`; before there are pairs all are theirs."""
    assert viewer.participant is not None
    mine = {each.pk for each in share_of(session, viewer.participant)}
    share = [row for row in grid.rows if row.indicator.pk in mine]
    others = [row for row in grid.rows if row.indicator.pk not in mine]
    return {"share": share, "others": others}


def name_pairs(grid: Grid, session: Session) -> None:
    """Tell each row who looks after it."""
    pairs = defaultdict(list)
    for pair in pairs_of(session):
        for indicator in pair.indicators:
            pairs[indicator.pk].append(pair)
    for row in [*grid.rows, *grid.set_aside]:
        row.pairs = pairs[row.indicator.pk]


def notes_in(grid: Grid) -> list[Note]:
    """All notes of the grid in its order."""
    return [note for row in grid.rows for place in row.places for note in notes_of(place)]


def notes_of(place: Column) -> list[Note]:
    return [note for note in place.all_notes if hasattr(note, "proxy")]


def count_calls(notes: list[Note]) -> None:
    """Tell each proxy its calls, in one question."""
    by_proxy: dict[int, Counter[str]] = defaultdict(Counter)
    calls = ProxyCall.objects.filter(proxy__note__in=notes).values_list("proxy", "call")
    for proxy, call in calls:
        by_proxy[proxy][call] += 1
    for note in notes:
        note.proxy.counted = by_proxy[note.proxy.pk]
