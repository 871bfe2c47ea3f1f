"""The time in which someone follows a room, whatever carries the frames."""

import contextlib
from collections.abc import AsyncIterator, Callable

from . import clock_watch, feeds, presence
from .rooms import Position
from .socket import Socket
from .viewer import Viewer

Admit = Callable[[dict], Viewer | None]


@contextlib.asynccontextmanager
async def following(
    socket: Socket, where: Position, told: presence.Told | None
) -> AsyncIterator[None]:
    """Let the socket be sent what happens while the block lasts, if it may still be there."""
    feed = feeds.join(socket, where)
    presence.tell(told)
    clock_watch.watch()
    try:
        # Asked once more now that the Feed would see a revocation: none falls in between.
        await socket.read_rights()
        feed.wake()
        yield
    finally:
        feeds.leave(socket, feed)
