"""Hints through the channel layer: `head` is now n, nothing more. Losing one loses nothing."""

import asyncio
import logging
from hashlib import sha256

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

log = logging.getLogger(__name__)
_loop: asyncio.AbstractEventLoop | None = None


def group_name(room_key: str) -> str:
    """Return the channel layer's group of a room; any text may be a room key."""
    return f"live-{sha256(room_key.encode()).hexdigest()[:32]}"


def hint(room_key: str, head: int) -> None:
    """Tell every process that the room's head is now `head`. Never raises."""
    if _loop is not None and _loop.is_running():
        asyncio.run_coroutine_threadsafe(_tell(room_key, head), _loop)
    else:
        async_to_sync(_tell)(room_key, head)


def sent_from(loop: asyncio.AbstractEventLoop) -> None:
    """Send hints from this loop: the one in which this process's Feeds listen."""
    global _loop
    _loop = loop


async def _tell(room_key: str, head: int) -> None:
    try:
        message = {"type": "head", "head": head}
        await get_channel_layer().group_send(group_name(room_key), message)
    except Exception:
        log.warning(
            "A hint for %s was not sent; heartbeats will heal it.",
            room_key,
            exc_info=True,
        )
