"""One open socket as its Feed sees it: how far it was sent, and whether it may be sent more."""

import asyncio
import json
import logging
from collections.abc import Callable
from time import monotonic
from typing import Protocol

from . import reading
from .frames import Frame
from .viewer import Viewer
from .window import Window

log = logging.getLogger(__name__)

ENOUGH = 1000  # a stream's window is full, or it has lasted long: the browser takes it up again
BAD_MESSAGE, SHUT_OUT, LOAD_AGAIN, TOO_MUCH, BROKEN = 4400, 4403, 4409, 4429, 1011
MOST_CHARACTERS = 1000  # of one message from a browser
MESSAGES_A_SECOND, MESSAGES_AT_ONCE = 20, 60


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
        self._allowance, self._heard = float(MESSAGES_AT_ONCE), monotonic()

    @property
    def is_ready(self) -> bool:
        """May it be sent a frame now?"""
        free = self._sending is None and self._window.is_open
        return free and self.admitted and not self.closed

    def offer(self, frame: Frame, text: str) -> None:
        """Send the frame without waiting for it. Empty ones need no acknowledgement."""
        self.at, self.greeted = frame.head, True
        if frame.changes:
            self._window.sent(frame.head, frame.size)
        self._sending = asyncio.create_task(self._deliver(frame, text))

    def hear(self, text: str | None) -> None:
        """Heed an acknowledgement; close when it is none or when they come too fast."""
        if not self._may_speak():
            return self.close(TOO_MUCH)
        have, was_ready = acknowledged(text), self.is_ready
        if have is None or have > self.at:
            return self.close(BAD_MESSAGE)
        self._window.acknowledge(have)
        if self.is_ready and not was_ready:
            self.wants_more()

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

    def _may_speak(self) -> bool:
        now = monotonic()
        earned = (now - self._heard) * MESSAGES_A_SECOND
        self._allowance = min(MESSAGES_AT_ONCE, self._allowance + earned) - 1
        self._heard = now
        return self._allowance >= 0


def acknowledged(text: str | None) -> int | None:
    """Return the n of `{"have": n}`, None for anything else."""
    if text is None or len(text) > MOST_CHARACTERS:
        return None
    try:
        have = json.loads(text)["have"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return have if type(have) is int and have >= 0 else None
