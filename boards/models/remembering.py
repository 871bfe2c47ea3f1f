"""Keeps what notes and groups were before a verb changes them, for its actor to undo."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.apps import apps

from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .board import Board
    from .cluster import Cluster
    from .note import Note

PLACED = ("column_id", "cluster_id", "order", "state", "parked", "merged_into_id")
WHERE = ("column_id", "state", "merged_into_id")  # what makes "loose in its column" the same place
WORDS = ("text", "hidden_because")
GROUP = ("name", "column_id", "order")
SAYING = ("differently", "alike")
RECOUNTED = ("hide", "restore", "merge", "unmerge")  # after these a vote may be free, or taken

P = ParamSpec("P")
R = TypeVar("R")
Thing = TypeVar("Thing", "Note", "Cluster")


Verb = Callable[Concatenate[Thing, Viewer, P], R]


def undoable(act: str) -> Callable[[Verb[Thing, P, R]], Verb[Thing, P, R]]:
    """Make a verb of a note or a group one that its actor can undo until the step ends."""

    def remembered(verb: Verb[Thing, P, R]) -> Verb[Thing, P, R]:
        @wraps(verb)
        def carried_out(thing: Thing, by: Viewer, *args: P.args, **kwargs: P.kwargs) -> R:
            with thing.board.session.lock(), remembering(act, by, thing.board, thing.touched()):
                return verb(thing, by, *args, **kwargs)

        return carried_out

    return remembered


@contextmanager
def remembering(act: str, by: Viewer, board: "Board", notes: list) -> Iterator[None]:
    """Remember what was done meanwhile to `notes` and their groups. Call inside the lock."""
    before = Look(act, by, board, notes)
    yield
    before.compare(Look(act, by, board, notes))
    if act in RECOUNTED:
        votes_return(board)


def votes_return(board: "Board") -> None:
    """Tell people what they have left to give, after notes came, went or became one."""
    _model("Poll").tell_again(board)


class Look:
    """How notes (by id) and the groups of their board (by id) stand at one moment."""

    def __init__(self, act: str, by: Viewer, board: "Board", notes: list) -> None:
        self.act, self.by, self.board = act, by, board
        rows = _model("Note").objects.filter(pk__in=[note.pk for note in notes])
        self.notes = {pk: as_kept(row) for pk, row in _values(rows, *PLACED, *WORDS)}
        groups = _model("Cluster").objects.filter(column__board=board)
        self.groups = dict(_values(groups, *GROUP))
        if act in SAYING:
            self._add_what_was_said(by)

    def _add_what_was_said(self, by: Viewer) -> None:
        rows = _model("Dissent").objects.filter(note__in=self.notes, participant=by.participant)
        said = dict(rows.values_list("note", "sentence"))
        for pk, note in self.notes.items():
            note["said"] = said.get(pk)

    def compare(self, now: "Look") -> None:
        """Keep a deed with whatever differs; none when nothing does, or when no step runs."""
        step = self.board.session.current_step()
        formers = [*self._notes_changed(now), *self._groups_changed(now)]
        if step is None or not formers:
            return
        deed = _model("Deed").objects.create(
            step=step,
            board=self.board,
            actor=self.by.identity,
            act=self.act,
        )
        _model("Former").objects.bulk_create(
            _model("Former")(deed=deed, **former) for former in formers
        )

    def _notes_changed(self, now: "Look") -> Iterator[dict[str, Any]]:
        for pk, note in self.notes.items():
            after = now.notes[pk]
            changed = [f for f in note if f != "version" and note[f] != after[f]]
            if not changed:
                continue
            before = {field: note[field] for field in changed}
            if self.act == "alike":
                before["said"] = ""  # its words were taken back, and are kept nowhere
            placed = [field for field in changed if field in PLACED]
            kept = {*placed, *WHERE} if "cluster_id" in placed else placed
            yield {
                "note_id": pk,
                "before": before,
                "after": {field: after[field] for field in sorted(kept)},
                "found": note["version"],
                "left": after["version"],
            }

    def _groups_changed(self, now: "Look") -> Iterator[dict[str, Any]]:
        for pk in self.groups.keys() | now.groups.keys():
            before, after = self.groups.get(pk, {}), now.groups.get(pk, {})
            if before != after:
                found, left = before.get("version", 0), after.get("version", 0)
                yield {"group": pk, "before": before, "after": {}, "found": found, "left": left}


def placement(note: "Note") -> dict[str, Any]:
    """Where a note is now, as a deed keeps it."""
    return as_kept({field: getattr(note, field) for field in PLACED})


def as_kept(values: dict[str, Any]) -> dict[str, Any]:
    """As JSON keeps it: the UUIDs of a group and of another note as strings."""
    return {
        field: str(value) if isinstance(value, UUID) else value for field, value in values.items()
    }


def _values(rows, *fields: str) -> Iterator[tuple[Any, dict[str, Any]]]:
    for row in rows.values("pk", "version", *fields):
        yield row.pop("pk"), row


def _model(name: str):
    """The models import this module for their verbs."""
    return apps.get_model("boards", name)
