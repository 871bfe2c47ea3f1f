"""The stream's door: the same frames as Server-Sent Events, where WebSockets are blocked."""

import asyncio
import json
from functools import partial
from random import randint
from urllib.parse import parse_qsl

from . import presence, reading
from .asked import Asked
from .codes import ENOUGH
from .following import Admit, following
from .frames import Frame
from .rooms import position
from .socket import Socket

MOST_SECONDS = 600  # then it is ended and taken up again, so that a lost one does not stay
SECONDS_TO_END = 5
RETRY = 100, 600  # milliseconds, by chance: a roomful of full windows does not return at once
HEADERS = [(b"cache-control", b"no-store"), (b"x-accel-buffering", b"no")]


class LiveStream:
    """An ASGI application for `stream?epoch=&since=`; it decides no more than the consumer does.

    It is plain ASGI because a Django view would hold one of the few threads of the pages.
    """

    def __init__(self, admit: Admit, told: presence.Told | None = None) -> None:
        self.admit, self.told = admit, told

    async def __call__(self, scope: dict, receive, send) -> None:
        viewer = await reading.rights.ask(self.admit, scope)
        if viewer is None:
            return await refuse(send, 403, {"error": "You are not in this workshop."})
        try:
            asked = asked_in(scope)
        except ValueError as why:
            return await refuse(send, 400, {"error": str(why)})
        where = await reading.changes.ask(position, viewer.room_key)
        if asked.is_lost(where):
            return await refuse(send, 409, {**where._asdict(), "reload": True})
        line = EventLine(send)
        await line.open()
        socket = Socket(viewer, asked.since, line, partial(self.admit, scope))
        async with following(socket, where, self.told):
            await either(line.ended.wait(), disconnected(receive), within=MOST_SECONDS)
            socket.close(ENOUGH)
            await either(line.ended.wait(), within=SECONDS_TO_END)


class EventLine:
    """The line on which frames are events, each with its head as its id, and nothing comes back."""

    can_be_answered = False

    def __init__(self, send) -> None:
        self.send, self.ended = send, asyncio.Event()

    async def open(self) -> None:
        """Begin, and say how soon to come back after an end."""
        headers = [(b"content-type", b"text/event-stream"), *HEADERS]
        await self.send({"type": "http.response.start", "status": 200, "headers": headers})
        soon = randint(*RETRY)  # noqa: S311  # to spread a roomful, not to keep a secret
        await self._write(f"retry: {soon}\n\n")

    async def carry(self, frame: Frame, text: str) -> None:
        """Send the frame."""
        await self._write(f"id: {frame.epoch}:{frame.head}\ndata: {text}\n\n")

    async def close(self, code: int) -> None:
        """Say why with the code that a WebSocket would be closed with, and end."""
        try:
            await self._write(f"event: end\ndata: {code}\n\n", more=False)
        finally:
            self.ended.set()

    async def _write(self, text: str, *, more: bool = True) -> None:
        body = {"type": "http.response.body", "body": text.encode(), "more_body": more}
        await self.send(body)


def asked_in(scope: dict) -> Asked:
    """Read what the browser has: Last-Event-ID is newer than the address it comes back to."""
    query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    last = dict(scope["headers"]).get(b"last-event-id", b"").decode("latin-1")
    if last:
        query["epoch"], _, query["since"] = last.partition(":")
    return Asked.from_query(query)


async def disconnected(receive) -> None:
    """Wait until the browser has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def either(*these, within: float) -> None:
    """Wait for the first of these, or so many seconds; the others are given up."""
    tasks = [asyncio.ensure_future(one) for one in these]
    try:
        await asyncio.wait(tasks, timeout=within, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


async def refuse(send, status: int, facts: dict) -> None:
    """Answer as `changes` does, and end."""
    headers = [(b"content-type", b"application/json"), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(facts).encode()})
