"""Stopping without losing an answer: what is under way is finished, what comes is told to wait."""

import asyncio
import contextlib
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from . import limits
from .bounds import Receive, Scope, Send, answer, wants_json
from .codes import COME_BACK

AWAY = _("The server is restarting. What you wrote is kept: it will be sent again in a moment.")

_told: list[Callable[[int], None]] = []
_under_way = 0
_is_stopping = False


class Stoppable:
    """Counts requests under way; once the server stops, answers new ones 503."""

    def __init__(self, application: Callable) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        global _under_way
        if _is_stopping:
            later = (b"retry-after", str(limits.SECONDS_UNTIL_BACK).encode())
            return await answer(send, 503, str(AWAY), later, as_json=wants_json(scope))
        _under_way += 1
        try:
            await self.application(scope, receive, send)
        finally:
            _under_way -= 1


def tell(send_away: Callable[[int], None]) -> None:
    """Let `send_away` be called with a close code when the server stops."""
    _told.append(send_away)


async def stop() -> None:
    """Send every socket and stream away, and wait until what is under way is answered.

    What is not within SECONDS_TO_ANSWER is waited for no longer.
    """
    global _is_stopping
    _is_stopping = True
    for send_away in _told:
        send_away(COME_BACK)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(limits.SECONDS_TO_ANSWER):
            while _under_way:
                await asyncio.sleep(0.01)


def start_anew() -> None:
    """Forget that we stop, for the next test."""
    global _is_stopping
    _is_stopping = False
