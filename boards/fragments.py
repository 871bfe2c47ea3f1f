"""The fragments of a board: one template each, for first page, push and print."""

from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.template.loader import render_to_string

from live.rooms import push

if TYPE_CHECKING:
    from .models import Board, Cluster, Note


def note(item: "Note") -> str:
    """One note as everyone sees it: no writer, no controls."""
    return render_to_string(item.board.activity.note_template, {"note": item})


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

    `total` counts all notes, `empty` the columns without any. Sealed notes count: how
    many there are is all that anyone is told of them. `sealed` says whether the board is.
    """
    written = Count("notes", filter=Q(notes__state__in=("shown", "sealed")))
    sealed = Count("notes", filter=Q(notes__state="sealed"))
    columns = list(board.columns.annotate(written=written, sealed=sealed).order_by("position"))
    return {
        "board": board,
        "columns": columns,
        "total": sum(column.written for column in columns),
        "empty": sum(not column.written for column in columns),
        "filled": sum(bool(column.written) for column in columns),
        "sealed": board.is_sealed(),
    }


def trays_context(board: "Board") -> dict:
    """The notes that wait (`late`) and those that were `hidden`."""
    from .models import Note

    notes = Note.objects.filter(column__board=board).with_everything()
    return {
        "board": board,
        "late": notes.filter(state="late"),
        "hidden": notes.filter(state="hidden"),
    }
