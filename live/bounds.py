"""How much a request may bring: asked before Django reads a byte of it."""

from collections.abc import Awaitable, Callable
from typing import Any

from django.utils.translation import gettext as _

MOST_BYTES = 1024 * 1024

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Bounded:
    """Answer 413 to a body over `most` bytes, whatever its header claims."""

    def __init__(self, application: Callable, most: int = MOST_BYTES) -> None:
        self.application, self.most = application, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or claimed(scope) <= self.most:
            await self.application(scope, Counting(receive, self.most), send)
        else:
            await refuse(send)


class Counting:
    """A receive that ends the request once it has brought more than it may."""

    def __init__(self, receive: Receive, most: int) -> None:
        self.receive, self.left = receive, most

    async def __call__(self) -> dict[str, Any]:
        message = await self.receive()
        self.left -= len(message.get("body", b""))
        return message if self.left >= 0 else {"type": "http.disconnect"}


def claimed(scope: Scope) -> int:
    """Return the length that the request claims; 0 when it claims none that can be read."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


async def refuse(send: Send) -> None:
    """Answer in one sentence and close: there is nothing here that big."""
    sentence = _("That is too much to send at once. A note has at most 280 characters.")
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": sentence.encode()})
