"""Who hears that a session has ended: the workshop is written up where nobody here knows of it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from .models import Session

_listeners: list[Callable[[int], None]] = []


def when_a_session_ends(listener: Callable[[int], None]) -> None:
    """Call `listener` with a workshop's id after one of its sessions has ended.

    It is called while the process's turn to write is held: it may not write itself.
    """
    _listeners.append(listener)


def session_ends(session: "Session") -> None:
    """Tell every listener once the command is committed. Call inside the lock."""
    for listener in _listeners:
        transaction.on_commit(partial(listener, session.workshop_id))
