"""What is pushed beside a proxy's own note: its row's gap, the sums in words, one's own calls."""

import re
from typing import Any

from django.template.loader import render_to_string

from boards.models import Board, Note
from live.models import Change
from live.rooms import gone, push
from workshops.models import Participant, Session

from ..models import Indicator, Proxy, ProxyCall
from .grid import Grid, Row
from .read_back import FOCUS


def push_with(note: Note) -> None:
    """Show what is said of a proxy's row, and the sums. Call inside the lock."""
    grid = Grid(note.board)
    here, told = grid.row(note.column.key), _told(grid.board)
    for row in [*grid.rows, *grid.set_aside]:
        if row == here or row.state != told.get(row.live_key):
            _push_gap(row)
    _push_sums(grid)
    push_current(note)


def push_row(board: Board, indicator: Indicator) -> None:
    """Show that an indicator was left as a gap, or was not. Call inside the lock."""
    grid = Grid(board)
    if row := grid.row(indicator.key):
        _push_gap(row)
    _push_sums(grid)


def push_called(proxy: Proxy, person: Participant | None) -> None:
    """Show how many have called what, and to this person what they said. Call inside the lock."""
    if person:
        push_own_calls(proxy.note.board, person)
    if proxy.is_unsettled:
        proxy.note.push_to_all()
        push_current(proxy.note)
    else:
        proxy.note.push()


def push_own_calls(board: Board, person: Participant) -> None:
    """Tell a person, and nobody else, what they have called. Call inside the lock."""
    html = render_to_string("indicators/proxies/_own_calls.html", own_calls_context(board, person))
    push(board.room_key, own_key(board, person.pk), html, audience=person.identity)


def forget_own_calls(board: Board) -> None:
    """Erase whose calls were whose, and what was pushed of it. Call inside the lock.

    The rows are written anew in an order that says nothing of when they were made.
    """
    calls = ProxyCall.objects.filter(proxy__note__column__board=board)
    for person in set(calls.exclude(participant=None).values_list("participant", flat=True)):
        gone(board.room_key, own_key(board, person))
    made = sorted(calls.values_list("proxy", "call"))
    calls.delete()
    ProxyCall.objects.bulk_create(ProxyCall(proxy_id=proxy, call=call) for proxy, call in made)


def own_calls_context(board: Board, person: Participant) -> dict[str, Any]:
    """What this person has called, by the id of the note."""
    calls = ProxyCall.objects.filter(proxy__note__column__board=board, participant=person)
    return {
        "own_calls_key": own_key(board, person.pk),
        "own_calls": list(calls.order_by("pk").values_list("proxy__note", "call")),
    }


def own_key(board: Board, person: int) -> str:
    """Each person's own: one key would wander from one to the other."""
    return f"proxy-calls-{board.pk}-{person}"


def push_current(note: Note) -> None:
    """Show the proxy that the room is on as it is now, if it is this one. In the lock."""
    looks_at = Session.objects.filter(pk=note.board.session_id).values_list("focus", flat=True)
    if looks_at.get() != f"{FOCUS}{note.pk}":
        return
    html = render_to_string("indicators/proxies/_current.html", {"board": note.board, "note": note})
    push(note.board.room_key, f"current-{note.board.pk}", html)


def _told(board: Board) -> dict[str, str]:
    """How rows stand by what was pushed last: a note may have left a row for another."""
    pushed = Change.objects.filter(room__key=board.room_key, key__startswith="gap-", gone=False)
    said = re.compile(r'data-gap="(\w+)"')
    found = {key: said.search(html) for key, html in pushed.values_list("key", "html")}
    return {key: match[1] for key, match in found.items() if match}


def _push_gap(row: Row) -> None:
    html = render_to_string("indicators/proxies/_gap.html", {"row": row})
    push(row.column.board.room_key, row.live_key, html)


def _push_sums(grid: Grid) -> None:
    context = {"grid": grid, "board": grid.board}
    html = render_to_string("indicators/proxies/_sums.html", context)
    push(grid.board.room_key, f"proxies-{grid.board.pk}", html)
