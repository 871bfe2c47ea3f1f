"""The server's clock was set: whoever facilitates a running step is told."""

from collections.abc import Iterable
from datetime import timedelta

from .models import Session


def clock_was_set(by: timedelta, room_keys: Iterable[str]) -> None:
    """Tell the facilitators of these rooms that the clock was set forward or back by so much."""
    numbers = [int(key.removeprefix("session-")) for key in room_keys]
    for session in Session.objects.filter(pk__in=numbers, ended_at=None):
        session.clock_was_set(by)
