"""The fragments of a board: one template each, for first page, push and print."""

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.template.loader import render_to_string

from live.rooms import push

from .vote_fragments import with_votes

if TYPE_CHECKING:
    from .models import Board, Cluster, Column, Note


def note(item: "Note") -> str:
    """One note as everyone sees it: no writer, no controls."""
    context = {"note": item, **with_votes(item)}
    return render_to_string(item.board.activity.note_template, context)


def cluster(item: "Cluster") -> str:
    """The shell of a group: its name and an empty place for its notes."""
    return render_to_string("boards/_cluster.html", {"cluster": item})


def mine(item: "Note") -> str:
    """One line of the writer's own list, sent to nobody else."""
    return render_to_string(item.board.activity.mine_template, {"note": item})


def push_tally(board: "Board") -> None:
    """Push how many notes each column has. Call inside the lock."""
    html = render_to_string("boards/_tally.html", tally_context(board))
    push(board.room_key, f"tally-{board.pk}", html)


def push_trays(board: "Board") -> None:
    """Push the late and the hidden notes to facilitators. Call inside the lock."""
    html = render_to_string("boards/_trays.html", trays_context(board))
    push(board.room_key, f"trays-{board.pk}", html, audience="facilitators")


def tally_context(board: "Board") -> dict:
    """`columns` with how many notes were `.written` and are `.sealed`, and sums.

    `total` counts all notes that stand on the board, those that are merged once; `empty`
    the columns without any. Sealed notes count: how many there are is all that anyone is
    told of them. `sealed` says whether the board is.
    A tray may stay empty: it is not among those without any. `fewest` is the column that
    has fewer notes than any other, once there are as many notes as columns.
    """
    merged = Q(notes__state="shown", notes__merged_into__state="shown")
    written = Count("notes", filter=Q(notes__state__in=("shown", "sealed")) & ~merged)
    sealed = Count("notes", filter=Q(notes__state="sealed"))
    columns = list(board.columns.annotate(written=written, sealed=sealed).order_by("position"))
    places = [column for column in columns if column.key != board.activity.tray]
    empty = sum(not column.written for column in places)
    filled = sum(bool(column.written) for column in columns)
    return {
        "board": board,
        "columns": columns,
        "total": sum(column.written for column in columns),
        "empty": empty,
        "filled": filled,
        "none_yet": board.activity.none_yet % {"number": empty},
        "filled_in": board.activity.filled_in % {"number": filled},
        "fewest": the_fewest(places),
        "sealed": board.is_sealed(),
    }


def the_fewest(columns: list[Any]) -> "Column | None":
    """The one column with fewer notes than any other; None while that says nothing yet."""
    if len(columns) < 2:
        return None
    first, second, *_others = sorted(columns, key=lambda column: column.written)
    tells = first.written < second.written and sum(c.written for c in columns) >= len(columns)
    return first if tells else None


def trays_context(board: "Board") -> dict:
    """The notes that wait (`late`) and those that were `hidden`."""
    from .models import Note

    notes = Note.objects.filter(column__board=board).with_everything(board.activity)
    return {
        "board": board,
        "late": notes.filter(state="late"),
        "hidden": notes.filter(state="hidden"),
    }
