"""Who hears that words have left a board: they may be quoted where boards know nothing of."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from .models import Board

_listeners: list[Callable[[int], None]] = []


def when_words_go(listener: Callable[[int], None]) -> None:
    """Call `listener` with a workshop's id after words on its boards were taken back or hidden.

    It is called while the process's turn to write is held: it may not write itself.
    """
    _listeners.append(listener)


def words_go(board: "Board") -> None:
    """Tell every listener once the command is committed. Call inside the lock."""
    for listener in _listeners:
        transaction.on_commit(partial(listener, board.session.workshop_id))
