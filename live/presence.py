"""Who is connected to this process, told every five seconds to whoever keeps count of people."""

import asyncio
import logging
from collections.abc import Callable, Mapping

from . import feeds
from .reading import Reader

log = logging.getLogger(__name__)

EVERY = 5.0  # seconds

Told = Callable[[Mapping[str, frozenset[str]]], None]

_reader = Reader("live-presence")
_telling: asyncio.Task | None = None


def tell(told: Told | None) -> None:
    """Call `told({room key: identities})` every five seconds while anyone is connected.

    It is called in a thread of its own and may write rows. Called again while it
    tells already, this does nothing.
    """
    global _telling
    if told is None or (_telling and not _telling.done() and not _elsewhere(_telling)):
        return
    _telling = asyncio.get_running_loop().create_task(_tell_always(told))


def _elsewhere(task: asyncio.Task) -> bool:
    return task.get_loop() is not asyncio.get_running_loop()


async def _tell_always(told: Told) -> None:
    while True:
        connected = feeds.connected()
        if not connected:
            return
        try:
            await _reader.ask(told, connected)
        except Exception:
            log.exception("Who is connected could not be noted; the next time will do.")
        await asyncio.sleep(EVERY)
