"""The map as every page of a session shows it, and word to these pages that it is another."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from boards.models import Board, Note
from live.rooms import push_fetch
from workshops.models import Session, Step
from workshops.viewers import Viewer

from .charting import Chart
from .pictures import Picture

KEY = "relationships"


@dataclass(frozen=True)
class Ends:
    """The stakeholders of one kind that a link may join, for a choice."""

    label: str
    notes: list[Note]


def push_map(session: Session) -> None:
    """Tell pages to get the map anew, if the room is on it. Call inside the lock.

    Nothing is drawn here: pages ask a moment later, so that several changes make one drawing.
    """
    step = session.current_step()
    if step is None or step.activity_key != KEY:
        return
    board = Board.objects.get(session=session, activity_key=KEY)
    push_fetch(session.room_key, f"map-{board.pk}", "relationships/map/")
    push_fetch(session.room_key, f"links-{board.pk}", "relationships/links/")


def panel_context(step: Step, viewer: Viewer) -> dict[str, Any]:
    """The map and the list, what a link may join, and the viewer's own links, newest first."""
    board = Board.objects.get(session=step.session, activity_key=KEY)
    chart = Chart(step.session.workshop)
    notes = Note.objects.filter(column__board=board, writer=viewer.participant)
    mine = notes.exclude(state="taken_back").with_everything().order_by("-order")
    return {
        **map_context(board, chart),
        "picture": Picture.of(chart.network),
        "column": board.columns.get(),
        "is_open": board.is_open(),
        "mine": list(mine) if viewer.participant else [],
    }


def map_context(board: Board, chart: Chart) -> dict[str, Any]:
    """What the fragments of the map and of the list show: the same to everyone at one door."""
    return {"board": board, "chart": chart, "rows": chart.rows, "ends": ends_of(chart)}


def ends_of(chart: Chart) -> list[Ends]:
    """All stakeholders on the board by kind, those not sorted yet last."""
    by_kind: dict[str, list[Note]] = {}
    for note in chart.on_board:
        by_kind.setdefault(note.column.key, []).append(note)
    return [Ends(notes[0].column.label, notes) for notes in by_kind.values()]


def in_words(note: Note) -> str:
    """A link as lists and reports quote it: who, how, and the remark."""
    context = {"note": note, "link": getattr(note, "relationship", None)}
    return render_to_string("stakeholders/_link_in_words.txt", context).strip()
