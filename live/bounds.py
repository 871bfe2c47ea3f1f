"""How much a request may bring: asked before Django reads a byte of it."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from .limits import MOST_OF_A_BODY

TOO_MUCH = _("That is too much to send at once. A note has at most 280 characters.")
ODD_ADDRESS = _("There is no such address.")

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class TooMuch(Exception):
    """The request has brought more than it may."""


class Bounded:
    """Answer 413 to a body over `most` bytes, whatever its header claims; 404 to an address with
    a NUL in it, which PostgreSQL cannot even be asked for."""

    def __init__(self, application: Callable, most: int = MOST_OF_A_BODY) -> None:
        self.application, self.most = application, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if "\0" in scope["path"]:
            return await answer(send, 404, str(ODD_ADDRESS))
        try:
            if claimed(scope) > self.most:
                raise TooMuch
            await self.application(scope, Counting(receive, self.most), send)
        except TooMuch:
            await answer(send, 413, str(TOO_MUCH))


class Counting:
    """A receive that raises TooMuch once the request has brought more than it may."""

    def __init__(self, receive: Receive, most: int) -> None:
        self.receive, self.left = receive, most

    async def __call__(self) -> dict[str, Any]:
        message = await self.receive()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            raise TooMuch
        return message


def claimed(scope: Scope) -> int:
    """Return the length that the request claims; 0 when it claims none that can be read."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() and len(value) < 20 else 0
    return 0


def wants_json(scope: Scope) -> bool:
    """Say whether a program (our own pages' fetch included) asked."""
    accepted = dict(scope["headers"]).get(b"accept", b"")
    return accepted.startswith(b"application/json")


async def answer(
    send: Send, status: int, sentence: str, *more: tuple[bytes, bytes], as_json: bool = False
) -> None:
    """Answer in one sentence, with `more` headers, and close."""
    kind = b"application/json" if as_json else b"text/plain; charset=utf-8"
    body = (json.dumps({"error": sentence}) if as_json else sentence).encode()
    length = (b"content-length", str(len(body)).encode())
    headers = [(b"content-type", kind), length, (b"connection", b"close"), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
