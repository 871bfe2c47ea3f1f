"""Notices within a second that the server's clock was set while this process runs.

The time of day and a clock that only goes on are read side by side: when their distance
changes, somebody or something has set the time of day. Nothing of it is kept, so a clock
that is set while the server is down goes unnoticed.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from time import monotonic

from . import feeds
from .clock import as_set
from .reading import Reader

log = logging.getLogger(__name__)

EVERY = 0.4  # seconds
LEAST = 2.0  # seconds; a time server that nudges the clock by less changes no timer that shows

Listener = Callable[[timedelta, Iterable[str]], None]

_listeners: list[Listener] = []
_reader = Reader("live-clock")
_watching: asyncio.Task | None = None


def when_clock_is_set(listener: Listener) -> None:
    """Call `listener(by, room keys)`, in a thread, after the clock was set forward or back.

    The rooms are those that somebody follows in this process.
    """
    _listeners.append(listener)


def watch() -> None:
    """Watch while anyone is connected; called again meanwhile this does nothing."""
    global _watching
    loop = asyncio.get_running_loop()
    if _watching is None or _watching.done() or _watching.get_loop() is not loop:
        _watching = loop.create_task(_watch_always())


async def _watch_always() -> None:
    before = apart()
    while rooms := list(feeds.connected()):
        await asyncio.sleep(EVERY)
        after = apart()
        if before is not None and after is not None and abs(after - before) >= LEAST:
            await _tell(timedelta(seconds=round(after - before, 1)), rooms)
        before = before if after is None else after


def apart() -> float | None:
    """Seconds between the time of day and the clock that only goes on; None when unsure."""
    start = monotonic()
    seconds = as_set().timestamp() - start
    return seconds if monotonic() - start < LEAST / 4 else None


async def _tell(by: timedelta, rooms: Iterable[str]) -> None:
    log.warning("The server's clock was set by %s seconds.", by.total_seconds())
    feeds.beat()
    for listener in _listeners:
        try:
            await _reader.ask(listener, by, rooms)
        except Exception:
            log.exception("That the clock was set could not be told.")
    await asyncio.sleep(EVERY)
    feeds.beat()  # a page believes that time goes back only when it hears it twice
