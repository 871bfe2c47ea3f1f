"""One open socket as its Feed sees it: how far it was sent, and whether it may be sent more."""

import asyncio
import json
import logging
from collections.abc import Callable
from time import monotonic
from typing import Protocol

from . import limits, reading
from .allowance import Allowance
from .codes import BAD_MESSAGE, BROKEN, ENOUGH, LOAD_AGAIN, SHUT_OUT, STUCK, TOO_MUCH
from .frames import Frame
from .viewer import Viewer
from .window import Window

log = logging.getLogger(__name__)

MOST_CHARACTERS = 1000  # of one message from a browser


class Line(Protocol):
    """What carries a socket's frames: a WebSocket, or a stream of events.

    Over one that cannot be answered nothing is ever acknowledged: the socket ends when its
    window is full, and coming back with the last head is the acknowledgement.
    """

    can_be_answered: bool

    async def carry(self, frame: Frame, text: str) -> None: ...
    async def close(self, code: int) -> None: ...


class Socket:
    """Sends one frame at a time and never makes anyone else wait."""

    def __init__(self, viewer: Viewer, at: int, line: Line, admit: Callable[[], Viewer | None]):
        self.viewer, self.at, self.admit = viewer, at, admit
        self.admitted = self.greeted = self.closed = False
        self.wants_more: Callable[[], None] = lambda: None
        self._line = line
        self._sending: asyncio.Task | None = None
        self._window = Window()
        self._messages = Allowance(limits.MESSAGES_AT_ONCE, limits.MESSAGES_A_SECOND)
        self._moved = monotonic()

    @property
    def is_ready(self) -> bool:
        """May it be sent a frame now?"""
        free = self._sending is None and self._window.is_open
        return free and self.admitted and not self.closed

    def offer(self, frame: Frame, text: str) -> None:
        """Send the frame without waiting for it. Empty ones need no acknowledgement."""
        self.at, self.greeted, self._moved = frame.head, True, monotonic()
        if frame.changes:
            self._window.sent(frame.head, frame.size)
        self._sending = asyncio.create_task(self._deliver(frame, text))

    def hear(self, text: str | None) -> None:
        """Heed an acknowledgement; close when it is none or when they come too fast."""
        if not self._messages.take():
            return self.close(TOO_MUCH)
        have, was_ready = acknowledged(text), self.is_ready
        if have is None or have > self.at:
            return self.close(BAD_MESSAGE)
        if self._window.acknowledge(have):
            self._moved = monotonic()
        if self.is_ready and not was_ready:
            self.wants_more()

    def close_if_stuck(self) -> None:
        """Close when frames have waited long and nothing was acknowledged: it may come again."""
        waits = self._sending is not None or not self._window.is_open
        if waits and monotonic() > self._moved + limits.SECONDS_WITHOUT_ACKNOWLEDGEMENT:
            self.close(STUCK)

    async def read_rights(self) -> None:
        """Ask again who this is and close unless that is unchanged; nothing is sent before."""
        try:
            viewer = await reading.rights.ask(self.admit)
        except Exception:
            log.exception("The rights of %s could not be read.", self.viewer.identity)
            return self.close(BROKEN)
        if viewer is None or viewer.identity != self.viewer.identity:
            return self.close(SHUT_OUT)
        if (viewer.room_key, viewer.audiences) != (self.viewer.room_key, self.viewer.audiences):
            return self.close(LOAD_AGAIN)
        self.admitted = True

    def close(self, code: int) -> None:
        """Close it for good, without waiting."""
        if not self.closed:
            self.closed = True
            self._closing = asyncio.create_task(self._say_close(code))

    def leave(self) -> None:
        """Forget what was still to be sent: the browser has gone."""
        self.closed = True
        if self._sending:
            self._sending.cancel()

    async def _deliver(self, frame: Frame, text: str) -> None:
        try:
            await self._line.carry(frame, text)
        except Exception:
            log.info("A socket of %s could not be sent to.", self.viewer.identity, exc_info=True)
            self.close(BROKEN)
        finally:
            self._sending = None
        if not (self._window.is_open or self._line.can_be_answered):
            self.close(ENOUGH)
        if self.is_ready:
            self.wants_more()

    async def _say_close(self, code: int) -> None:
        try:
            await self._line.close(code)
        except Exception:
            log.debug("It was closed already.", exc_info=True)


def acknowledged(text: str | None) -> int | None:
    """Return the n of `{"have": n}`, None for anything else."""
    if text is None or len(text) > MOST_CHARACTERS:
        return None
    try:
        have = json.loads(text)["have"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return have if type(have) is int and have >= 0 else None
