"""People who look on, for tests of the engine alone: who they are is what they say."""

import asyncio
import json
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from channels.testing import ApplicationCommunicator, WebsocketCommunicator
from django.db import connection

from live.consumer import LiveConsumer
from live.origin import SameOriginOnly
from live.stream import LiveStream

ROOM = "session-1"


@dataclass(frozen=True)
class Onlooker:
    """A viewer who needs no rows."""

    identity: str = "participant:7"
    audiences: frozenset[str] = frozenset({"all", "participants", "participant:7"})
    room_key: str = ROOM
    most_sockets: int = 8


def participant(number: int) -> Onlooker:
    """One of many participants in the same room."""
    own = f"participant:{number}"
    return Onlooker(own, frozenset({"all", "participants", own}))


SCREEN = Onlooker("screen:1", frozenset({"all", "screen"}))
FACILITATOR = Onlooker("facilitator:1", frozenset({"all", "facilitators"}))


class Seat:
    """A real consumer behind a communicator, with the protocol's few moves."""

    def __init__(self, admit, since=0, epoch="", origin="http://localhost", host="localhost"):
        query = urlencode({"since": since, "epoch": epoch})
        headers = [(b"host", host.encode())]
        headers += [(b"origin", origin.encode())] if origin else []
        app = SameOriginOnly(LiveConsumer.as_asgi(admit=admit))
        self.talk = WebsocketCommunicator(app, f"/live?{query}", headers=headers)

    async def enter(self) -> bool:
        """Is the socket accepted?"""
        return (await self.talk.connect(timeout=5))[0]

    async def text(self, within: float = 5) -> str:
        """The next frame as it came, heartbeats included."""
        return await self.talk.receive_from(timeout=within)

    async def frame(self, within: float = 5) -> dict:
        return json.loads(await self.text(within))

    async def until(self, head: int, within: float = 5) -> list[dict]:
        """All frames up to the one that reaches `head`, each acknowledged."""
        frames = []
        async with asyncio.timeout(4 * within):
            while not frames or frames[-1]["head"] < head:
                frames.append(await self.frame(within))
                await self.have(frames[-1]["head"])
        return frames

    async def have(self, head: int) -> None:
        await self.say({"have": head})

    async def say(self, message) -> None:
        await self.talk.send_to(json.dumps(message))

    async def is_silent(self, seconds: float = 0.3) -> bool:
        return await self.talk.receive_nothing(timeout=seconds)

    async def closed_with(self, within: float = 5) -> int:
        """The code the server closes with; frames before it are passed over."""
        async with asyncio.timeout(within):
            while True:
                message = await self.talk.receive_output(timeout=within)
                if message["type"] == "websocket.close":
                    return message["code"]

    async def leave(self) -> None:
        if not self.talk.future.done():
            await self.talk.disconnect()


class Listener:
    """The same by a stream of events; who comes back says `last`, the id of the last event."""

    def __init__(self, admit, last="", origin="", **asked):
        headers = {"host": "localhost", "origin": origin, "last-event-id": last}
        scope = {
            "type": "http",
            "method": "GET",
            "path": "/stream",
            "query_string": urlencode(asked).encode(),
            "headers": [(k.encode(), v.encode()) for k, v in headers.items() if v],
        }
        self.talk = ApplicationCommunicator(SameOriginOnly(LiveStream(admit)), scope)
        self.last, self.waiting = last, ""

    async def enter(self) -> int:
        """The status of the answer."""
        await self.talk.send_input({"type": "http.request", "body": b"", "more_body": False})
        start = await self.talk.receive_output(timeout=5)
        self.headers = dict(start["headers"])
        return start["status"]

    async def event(self, within: float = 5) -> tuple[str, str]:
        """The next event: its name and its data; an id is kept as `last`."""
        while "\n\n" not in self.waiting:
            body = await self.talk.receive_output(timeout=within)
            self.waiting += body["body"].decode()
        event, _, self.waiting = self.waiting.partition("\n\n")
        lines = dict(line.split(": ", 1) for line in event.splitlines())
        self.last = lines.get("id", self.last)
        if "data" not in lines:
            return await self.event(within)
        return lines.get("event", "message"), lines["data"]

    async def frame(self, within: float = 5) -> dict:
        name, data = await self.event(within)
        assert name == "message", f"{name} {data}"
        return json.loads(data)

    async def until_end(self, within: float = 5) -> tuple[list[dict], int]:
        """All frames up to the end, and its code; then the answer is complete."""
        frames = []
        while (event := await self.event(within))[0] == "message":
            frames.append(json.loads(event[1]))
        await self.talk.wait(timeout=within)
        return frames, int(event[1])

    async def leave(self) -> None:
        """Go away, as a closed tab does."""
        if not self.talk.future.done():
            await self.talk.send_input({"type": "http.disconnect"})
            await self.talk.wait(timeout=5)


def keys(frames: list[dict]) -> list[str]:
    """The keys in these frames, in order."""
    return [change["key"] for frame in frames for change in frame["changes"]]


def is_unbroken(frames: list[dict]) -> bool:
    """Does each frame begin where the one before it ended?"""
    return all(after["since"] == before["head"] for before, after in pairwise(frames))


async def aside(call, *args, **kwargs):
    """Run a command in a thread of its own, as a request would."""

    def called():
        try:
            return call(*args, **kwargs)
        finally:
            connection.close()

    return await asyncio.to_thread(called)
