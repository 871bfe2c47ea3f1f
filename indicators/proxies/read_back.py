"""The read-back: the room goes through the proxies that wait to be settled, one by one."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from boards.models import Board, Note
from workshops.refusals import Conflict

from .grid import Grid

FOCUS = "proxy-"  # before the id of a note, where a session says what the room is on


@dataclass(frozen=True)
class ReadBack:
    """All notes of a grid in its order, and the one that is `current`, if any."""

    notes: list[Note]
    current: Note | None

    @classmethod
    def on(cls, grid: Grid, notes: list[Note]) -> "ReadBack":
        """`notes` are those of its rows, in order."""
        focus = grid.board.session.focus
        shown = [note for note in notes if note.state == "shown" and not note.is_merged()]
        return cls(shown, next((note for note in shown if focus == f"{FOCUS}{note.pk}"), None))

    @property
    def following(self) -> Note | None:
        """The next one that waits; after the last one the first again."""
        at = self.notes.index(self.current) + 1 if self.current else 0
        in_turn = [*self.notes[at:], *self.notes[:at]]
        waiting = (note for note in in_turn if note.proxy.is_unsettled and note != self.current)
        return next(waiting, None)


def go_on(board: Board) -> None:
    """Bring the room to the next proxy that waits, or to the first."""
    with board.session.lock():
        must_run(board)
        following = now(board).following
        if following is None:
            raise Conflict(_("No other proxy waits to be settled."))
        board.session.look_at(f"{FOCUS}{following.pk}")


def end(board: Board) -> None:
    """Let the room see the whole grid again."""
    with board.session.lock():
        must_run(board)
        board.session.look_at("")


def must_run(board: Board) -> None:
    """Raise Conflict unless the room is on its proxies. Call inside the lock."""
    board.session.read_again()
    if board.running_step() is None:
        raise Conflict(_("The room is on another step."))


def now(board: Board) -> ReadBack:
    """Where the read-back is, from the rows alone."""
    grid = Grid(board)
    notes = Note.objects.standing().filter(column__board=board, proxy__isnull=False)
    rows = list(notes.select_related("proxy", "column__board", "merged_into"))
    places = [place.pk for row in grid.rows for place in row.places]
    here = [note for note in rows if note.column_id in places]
    return ReadBack.on(grid, sorted(here, key=lambda n: (places.index(n.column_id), n.order)))
