"""What a page asks to learn what its network lets through: a few beats by socket and by stream."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager

from .clock import now_ms
from .codes import TOO_MUCH
from .stream import HEADERS, refuse

BEATS, SECONDS_BETWEEN = 3, 0.5  # enough to see whether a proxy keeps them back
MOST_AT_ONCE, MOST_FROM_ONE = 100, 20  # a whole office may stand behind one address
TOO_MANY = "Too many checks at once. Try again in a few seconds."


class Checks:
    """An ASGI application for `/check/live` and `/check/stream`: open to everyone, over in seconds.

    It reads and writes no rows. `address_of(scope)` says who asks.
    """

    def __init__(self, address_of: Callable[[dict], str]) -> None:
        self.address_of = address_of
        self._under_way: Counter[str] = Counter()

    async def __call__(self, scope: dict, receive, send) -> None:
        address = self.address_of(scope)
        is_socket = scope["type"] == "websocket"
        if self._is_full(address):
            if is_socket:
                return await send({"type": "websocket.close", "code": TOO_MUCH})
            return await refuse(send, 429, {"error": TOO_MANY})
        with self._one_more(address):
            await (by_socket if is_socket else by_stream)(send)

    def _is_full(self, address: str) -> bool:
        return self._under_way[address] >= MOST_FROM_ONE or self._under_way.total() >= MOST_AT_ONCE

    @contextmanager
    def _one_more(self, address: str) -> Iterator[None]:
        self._under_way[address] += 1
        try:
            yield
        finally:
            self._under_way[address] -= 1
            self._under_way += Counter()  # forgets who has none under way


async def by_socket(send) -> None:
    """Send the beats over a WebSocket and close it."""
    await send({"type": "websocket.accept"})
    async for beat in beats():
        await send({"type": "websocket.send", "text": beat})
    await send({"type": "websocket.close", "code": 1000})


async def by_stream(send) -> None:
    """Send the beats as events and end."""
    headers = [(b"content-type", b"text/event-stream"), *HEADERS]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    async for beat in beats():
        event = f"data: {beat}\n\n".encode()
        await send({"type": "http.response.body", "body": event, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def beats() -> AsyncIterator[str]:
    """The server's time, a few times over."""
    for _ in range(BEATS):
        yield json.dumps({"now": now_ms()})
        await asyncio.sleep(SECONDS_BETWEEN)
