"""What a board shows to one viewer, whatever its activity."""

from collections import Counter

from django.db.models import Prefetch

from workshops.models import Participant, Step
from workshops.viewers import Viewer

from .fragments import tally_context
from .models import Board, Column, Note, Poll
from .vote_fragments import own_votes_context


def board_context(board: Board, step: Step, columns: list[Column], viewer: Viewer) -> dict:
    """The columns (of `columns_of`), whether people may write, and the viewer's own notes."""
    context = {
        **tally_context(board),
        "columns": columns,
        "seal": seal_of(board, step),
        "is_open": board.is_open(),
        "room_on": room_on(columns, step.session.focus),
        **votes_context(board, columns, viewer),
    }
    if viewer.participant:
        context |= own_context(board, columns, viewer.participant)
    return context


def votes_context(board: Board, columns: list[Column], viewer: Viewer) -> dict:
    """The `poll` that the board shows, if any: the viewer's own votes, or once closed all."""
    poll = Poll.on(board)
    if poll:
        poll.count(note for column in columns for note in column.all_notes)
    if poll is None or poll.closed_at or viewer.participant is None:
        return {"poll": poll}
    return own_votes_context(poll, viewer.participant)


def own_context(board: Board, columns: list[Column], person: Participant) -> dict:
    """A person's own notes, in all and (as `mine`, newest first) on each column."""
    notes = Note.objects.filter(column__board=board, writer=person)
    notes = notes.exclude(state="taken_back")
    mine = list(notes.with_everything(board.activity).order_by("-order"))
    for column in columns:
        here = [note for note in mine if note.column_id == column.pk]
        column.yours = len(here)
        column.mine = [note for note in here if note.state != "sealed"]
        column.mine_sealed = [note for note in here if note.state == "sealed"]
        column.from_others = column.sealed - len(column.mine_sealed)
    return {"mine": mine, "mine_keys": {note.pk for note in mine}}


def seal_of(board: Board, step: Step) -> str:
    """`closed` while notes here are sealed, `open` in a step whose notes were, else nothing."""
    if board.is_sealed():
        return "closed"
    return "open" if step.write_first else ""


def room_on(columns: list[Column], focus: str) -> Column | None:
    """The column that the room looks at together: the facilitator's choice, else the first."""
    chosen = [column for column in columns if column.key == focus]
    return next(iter(chosen or columns), None)


def columns_of(board: Board, *beside: str) -> list[Column]:
    """Columns, each with `clusters_shown` (each with `notes_in`) and `loose` notes.

    Of sealed notes a column has nothing but how many there are. `beside` names one-to-one
    rows that an activity keeps with its columns.
    """
    sealed = Counter(board.sealed_notes().values_list("column", flat=True))
    standing = Note.objects.on_board().with_everything(board.activity)
    columns = board.columns.select_related("board__session__workshop__content", *beside)
    found: list[Column] = list(
        columns.prefetch_related(
            Prefetch("notes", queryset=standing, to_attr="all_notes"), "clusters"
        )
    )
    for column in found:
        column.loose = [n for n in column.all_notes if n.cluster_id is None]
        column.clusters_shown = list(column.clusters.all())
        for cluster in column.clusters_shown:
            cluster.notes_in = [n for n in column.all_notes if n.cluster_id == cluster.pk]
        column.shown = sum(note.state == "shown" for note in column.all_notes)
        column.sealed = sealed[column.pk]
        column.written = column.shown + column.sealed
    return found
