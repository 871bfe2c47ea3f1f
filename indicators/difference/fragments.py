"""What pages are sent while people mark: the mark of an action, the counts, and word to ask anew.

No fragment here holds the words of an action: they stand in their note alone, so that taking
it back takes them from everywhere.
"""

from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from boards.models import Board, Note
from live.rooms import push, push_fetch
from workshops.models import Session

from .actions import Action, Actions

if TYPE_CHECKING:
    from ..models import Response

KEY = "debrief"


def push_mark(response: "Response", top: Action | None) -> None:
    """Show the mark of an action to everyone, and what the marks add up to. In the lock.

    `top` was the top action before: where it is another now, every page asks for its step.
    """
    session = response.note.board.session
    html = render_to_string("indicators/difference/_action.html", {"marked": response})
    push(session.room_key, f"mark-{response.note_id}", html)
    actions = Actions(session)
    push_sums(session, actions)
    if actions.top != top:
        session.show_everyone()


def push_sums(session: Session, actions: Actions) -> None:
    """Show everyone the counts; whoever shows actions sorted by their mark asks for them anew."""
    board = Board.objects.filter(session=session, activity_key=KEY).first()
    if board is None:
        return
    room = session.room_key
    html = render_to_string("indicators/difference/_sums.html", sums_context(board, actions))
    push(room, f"marks-{board.pk}", html)
    push_fetch(room, f"sorted-{board.pk}", "debrief/sorted/", audience="screen")
    push_read_out(board)


def push_read_out(board: Board) -> None:
    """Tell consoles to ask anew for what is read out and for what still waits. In the lock."""
    fetch = "debrief/read-out/"
    push_fetch(board.room_key, f"read-out-{board.pk}", fetch, audience="facilitators")


def show_if_seen(note: Note) -> None:
    """Show every page its step anew when an action came or went while the room debriefs.

    Call inside the lock, after a response was written, hidden, taken back or brought back.
    """
    session = note.board.session
    step = session.current_step()
    if step is not None and step.activity_key == KEY:
        session.show_everyone()


def sums_context(board: Board, actions: Actions) -> dict[str, Any]:
    """The counts of marks and what was counted against the first responses."""
    return {"board": board, "actions": actions, "marks": actions.marks}
