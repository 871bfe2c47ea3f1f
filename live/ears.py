"""Listening for hints: one subscription for each room and process, however many sockets."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable

from channels.layers import get_channel_layer

from .hints import group_name

log = logging.getLogger(__name__)

REJOIN = 600  # seconds; the layer forgets members after a day


@contextlib.asynccontextmanager
async def listen(room_key: str, wake: Callable[[int], None]) -> AsyncIterator[None]:
    """Call `wake(head)` for each hint about the room while the block lasts."""
    hearing = asyncio.create_task(_hear_always(group_name(room_key), wake))
    try:
        yield
    finally:
        hearing.cancel()


async def _hear_always(group: str, wake: Callable[[int], None]) -> None:
    while True:
        try:
            await _hear_a_while(group, wake)
        except TimeoutError:
            continue
        except Exception:
            log.warning("The channel layer is away; heartbeats go on.", exc_info=True)
            await asyncio.sleep(1)


async def _hear_a_while(group: str, wake: Callable[[int], None]) -> None:
    layer = get_channel_layer()
    channel = await layer.new_channel()
    await layer.group_add(group, channel)
    try:
        async with asyncio.timeout(REJOIN):
            while True:
                wake((await layer.receive(channel))["head"])
    finally:
        with contextlib.suppress(Exception):
            await layer.group_discard(group, channel)
