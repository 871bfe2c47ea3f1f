"""What the diagnosis shows to one viewer."""

from django.db.models import Prefetch

from boards.fragments import tally_context, trays_context
from boards.models import Board, Column, Note
from workshops.models import Step
from workshops.rights import may
from workshops.viewers import Viewer


def panel_context(step: Step, viewer: Viewer) -> dict:
    """Columns with their clusters, loose notes and reading; the viewer's own notes."""
    board = Board.objects.get(session=step.session, activity_key="diagnosis")
    context = {"board": board, "columns": columns_of(board), **tally_context(board)}
    context["columns"] = columns_of(board)
    if viewer.participant:
        mine = Note.objects.filter(column__board=board, writer=viewer.participant)
        context["mine"] = mine.exclude(state="taken_back").with_everything()
    if may(viewer, "hide_note"):
        context |= trays_context(board)
    return context


def columns_of(board: Board) -> list[Column]:
    """Columns, each with `clusters_shown` (each with `notes_in`) and `loose` notes."""
    shown = Note.objects.shown().with_everything()
    columns = board.columns.select_related("reading", "board__session__workshop__content")
    found = list(
        columns.prefetch_related(Prefetch("notes", queryset=shown, to_attr="all_notes"), "clusters")
    )
    for column in found:
        column.loose = [n for n in column.all_notes if n.cluster_id is None]
        column.clusters_shown = list(column.clusters.all())
        for cluster in column.clusters_shown:
            cluster.notes_in = [n for n in column.all_notes if n.cluster_id == cluster.pk]
    return found
