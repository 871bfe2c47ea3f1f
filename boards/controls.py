"""What one viewer may do with one note now: for the note's page and for its menu in the board."""

from workshops.models.step import Mode
from workshops.rights import may
from workshops.viewers import Viewer

from .models import Cluster, Deed, Note


def controls_context(note: Note, viewer: Viewer) -> dict:
    """Return the note with a yes or no for each thing this viewer could do with it.

    It only decides what to offer; the verbs of the note check again under the lock.
    """
    board, mine = note.board, note.is_by(viewer)
    step, is_open = board.running_step(), board.is_open()
    tends, shown = may(viewer, "hide_note"), note.state == "shown"
    sealed = note.state == "sealed"
    writing = step is not None and step.mode == Mode.WRITE
    sorts = bool(board.activity.may_sort) and may(viewer, "sort_notes")
    sorts = sorts and (tends or (is_open and (mine or not writing)))
    return {
        **_around(viewer),
        "note": note,
        "mine": mine,
        "is_open": is_open,
        "may_change": (board.activity.may_change(note, viewer) and is_open)
        or (note.was_entered_by_one_like(viewer) and not board.session.ended_at),
        "may_take_back": mine and note.may_be_taken_back(),
        "may_sort": (sealed and mine and is_open) or (sorts and note.stands()),
        "may_group": note.stands(),
        "merge_into": mergeable(note) if sorts and note.stands() and not writing else [],
        "may_take_apart": sorts and shown,
        "members": note.members(),
        "may_differ": shown
        and is_open
        and not mine
        and step is not None
        and step.mode in board.activity.may_differ
        and may(viewer, "see_differently"),
        "tends": tends,
        "undoable": Deed.objects.of(viewer).about(note).first(),
        "own_dissent": note.dissents.filter(participant=viewer.participant).first()
        if viewer.participant
        else None,
        "columns": list(board.columns.all()),
        "clusters": [c for c in note.column.clusters.all() if c != note.cluster],
    }


def mergeable(note: Note) -> list[Note]:
    """The other notes that stand on the same board, in its order."""
    others = Note.objects.standing().filter(column__board=note.board).exclude(pk=note.pk)
    return list(others.select_related("column__board").order_by("column__position", "order"))


def group_context(cluster: Cluster, viewer: Viewer) -> dict:
    """Return the group; whoever may see this page may rename and ungroup while it is open."""
    return {
        **_around(viewer),
        "cluster": cluster,
        "is_open": cluster.board.is_open(),
        "undoable": Deed.objects.of(viewer).filter(formers__group=cluster.pk).first(),
    }


def _around(viewer: Viewer) -> dict:
    return {
        "viewer": viewer,
        "door": viewer.door,
        "session": viewer.session,
        "workshop": viewer.workshop,
    }
