"""The Feed: one for each room with open sockets in this process."""

import asyncio
import contextlib
import logging
from functools import partial
from time import monotonic

from . import reading
from .codes import LOAD_AGAIN, SHUT_OUT, TOO_MUCH
from .ears import listen
from .frames import Frame
from .reading import Stretch, read_stretch
from .rooms import Position, position
from .socket import Socket

log = logging.getLogger(__name__)

HEARTBEAT = 4.0  # seconds


class Feed:
    """Reads each change once and hands the same text to every socket that may see it.

    A hint or the heartbeat wakes it. It takes whatever is waiting at once, never
    waits for a socket, and reads for those that lag one stretch at a time in
    between, so that a slow reader costs the others nothing.
    """

    def __init__(self, room_key: str, where: Position) -> None:
        self.room_key = room_key
        self.epoch, self.head = where
        self._sockets: dict[Socket, None] = {}  # in the order in which they came
        self._stretches: dict[int, Stretch] = {}
        self._known = where.head
        self._woken = asyncio.Event()
        self._rights: asyncio.Task | None = None
        self._run = asyncio.create_task(self._follow())

    @property
    def is_empty(self) -> bool:
        return not self._sockets

    def identities(self) -> frozenset[str]:
        """Who has an open socket here."""
        return frozenset(socket.viewer.identity for socket in self._sockets)

    def join(self, socket: Socket) -> None:
        """Take a socket in; it is sent nothing before its rights were read once more.

        One more than its person may have closes their oldest, which is the one that is forgotten
        in some tab, or dead without anyone knowing.
        """
        socket.wants_more = partial(self._go_on, socket)
        theirs = [one for one in self._sockets if one.viewer.identity == socket.viewer.identity]
        too_many = len(theirs) + 1 - socket.viewer.most_sockets
        self._close(theirs[: max(0, too_many)], TOO_MUCH)
        self._sockets[socket] = None

    def leave(self, socket: Socket) -> None:
        """Let a socket go."""
        socket.leave()
        self._sockets.pop(socket, None)

    def wake(self, head: int = 0) -> None:
        """Say that the room's head is at least `head`."""
        self._known = max(self._known, head)
        self._woken.set()

    def beat(self) -> None:
        """Let the next heartbeat come now."""
        self._beat = monotonic() - HEARTBEAT
        self._woken.set()

    def send_away(self, code: int) -> None:
        """Close every socket with this code."""
        self._close(self._sockets, code)

    def stop(self) -> None:
        """End the Feed; its sockets are not told."""
        self._run.cancel()

    def _go_on(self, socket: Socket) -> None:
        """Wake for a socket that may be sent more, if there is more for it."""
        if socket.at < self.head:
            self._woken.set()

    async def _follow(self) -> None:
        async with listen(self.room_key, self.wake):
            self._beat = monotonic()
            while True:
                due = self._beat + HEARTBEAT - monotonic()
                if due <= 0:
                    self._beat = monotonic()
                    await self._safely(self._heartbeat())
                else:
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(due):
                            await self._woken.wait()
                self._woken.clear()
                await self._safely(self._advance())

    async def _safely(self, work) -> None:
        try:
            await work
        except Exception:
            log.exception("The feed of %s stumbled; its heartbeat will go on.", self.room_key)

    async def _heartbeat(self) -> None:
        where = await reading.changes.ask(position, self.room_key)
        if where.epoch != self.epoch or where.head < self.head:
            self.epoch, self.head = where
            self._close(self._sockets, LOAD_AGAIN)
        self.wake(where.head)
        await self._advance()
        self._send_empty([one for one in self._ready() if one.at == self.head])
        for socket in list(self._sockets):
            socket.close_if_stuck()
        if self._rights is None or self._rights.done():
            self._rights = asyncio.create_task(self._safely(self._read_rights()))

    async def _advance(self) -> None:
        """Read what is new and send everyone the next frame that can be had."""
        if self._known > self.head:
            fresh = await self._read(self.head, self._known)
            self._close(
                [s for s in self._sockets if s.viewer.identity in fresh.revoked()], SHUT_OUT
            )
            self._stretches, self.head = {self.head: fresh}, fresh.upto
        self._send_stretches()
        behind = [socket.at for socket in self._ready() if socket.at < self.head]
        if behind:
            self._stretches[min(behind)] = await self._read(min(behind), self.head)
            self._send_stretches()
        self._forget_stretches()
        if behind or self._known > self.head:
            self._woken.set()

    async def _read(self, since: int, head: int) -> Stretch:
        return await reading.changes.ask(read_stretch, self.room_key, self.epoch, since, head)

    def _send_stretches(self) -> None:
        texts: dict[int, tuple[Frame, str]] = {}
        for socket in self._ready():
            if stretch := self._stretches.get(socket.at):
                frame = stretch.frame(socket.viewer.audiences)
                if id(frame) not in texts:
                    texts[id(frame)] = frame, frame.text()
                socket.offer(*texts[id(frame)])
        self._send_empty([s for s in self._ready() if not s.greeted and s.at == self.head])

    def _forget_stretches(self) -> None:
        """Keep only what some socket is sent next: a big board is not held for a latecomer."""
        wanted = {socket.at for socket in self._sockets}
        self._stretches = {at: one for at, one in self._stretches.items() if at in wanted}

    def _send_empty(self, sockets: list[Socket]) -> None:
        frame = Frame(self.epoch, self.head, self.head, more=False)
        text = frame.text()
        for socket in sockets:
            socket.offer(frame, text)

    async def _read_rights(self) -> None:
        for socket in list(self._sockets):
            await socket.read_rights()

    def _ready(self) -> list[Socket]:
        return [socket for socket in self._sockets if socket.is_ready]

    def _close(self, sockets, code: int) -> None:
        for socket in list(sockets):
            socket.close(code)
            self._sockets.pop(socket, None)
