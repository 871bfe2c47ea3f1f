"""The Feeds that are open in this process: made for the first socket, ended after the last."""

import asyncio

from . import stopping
from .feed import Feed
from .hints import sent_from
from .rooms import Position
from .socket import Socket

_open: dict[str, Feed] = {}
_away: list[int] = []


def join(socket: Socket, where: Position) -> Feed:
    """Take the socket into its room's Feed, which may be as new as the socket."""
    sent_from(asyncio.get_running_loop())
    key = socket.viewer.room_key
    feed = _open.get(key)
    if feed is None:
        feed = _open[key] = Feed(key, where)
    feed.join(socket)
    feed.wake(where.head)
    for code in _away:
        feed.send_away(code)
    return feed


def leave(socket: Socket, feed: Feed) -> None:
    """Take the socket out; an empty Feed ends."""
    feed.leave(socket)
    if feed.is_empty:
        feed.stop()
        if _open.get(feed.room_key) is feed:
            del _open[feed.room_key]


def connected() -> dict[str, frozenset[str]]:
    """Return who has an open socket in this process, by room key."""
    return {key: feed.identities() for key, feed in _open.items()}


def beat() -> None:
    """Send everyone a heartbeat now, with the server's time in it."""
    for feed in _open.values():
        feed.beat()


def send_away(code: int) -> None:
    """Close every socket with this code, and those that still come: the server stops."""
    _away.append(code)
    for feed in _open.values():
        feed.send_away(code)


def forget() -> None:
    """Forget every Feed, when a test's event loop is over."""
    _open.clear()
    _away.clear()


stopping.tell(send_away)
