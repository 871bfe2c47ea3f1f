"""People who look on, for tests of the engine alone: who they are is what they say."""

import asyncio
import json
from dataclasses import dataclass
from urllib.parse import urlencode

from channels.testing import WebsocketCommunicator

from live.consumer import LiveConsumer
from live.origin import SameOriginOnly

ROOM = "session-1"


@dataclass(frozen=True)
class Onlooker:
    """A viewer who needs no rows."""

    identity: str = "participant:7"
    audiences: frozenset[str] = frozenset({"all", "participants", "participant:7"})
    room_key: str = ROOM


class Seat:
    """A real consumer behind a communicator, with the protocol's few moves."""

    def __init__(self, admit, since: int = 0, epoch: str = "", origin: str = "http://localhost"):
        query = urlencode({"since": since, "epoch": epoch})
        headers = [(b"host", b"localhost"), (b"origin", origin.encode())]
        app = SameOriginOnly(LiveConsumer.as_asgi(admit=admit))
        self.talk = WebsocketCommunicator(app, f"/live?{query}", headers=headers)

    async def enter(self) -> bool:
        """Is the socket accepted?"""
        return (await self.talk.connect(timeout=5))[0]

    async def frame(self, within: float = 5) -> dict:
        """The next frame, heartbeats included."""
        return json.loads(await self.talk.receive_from(timeout=within))

    async def until(self, head: int, within: float = 5) -> list[dict]:
        """All frames up to the one that reaches `head`."""
        frames = [await self.frame(within)]
        while frames[-1]["head"] < head:
            frames.append(await self.frame(within))
        return frames

    async def have(self, head: int) -> None:
        """Acknowledge."""
        await self.talk.send_to(json.dumps({"have": head}))

    async def closed_with(self, within: float = 5) -> int:
        """The code the server closes with; frames before it are passed over."""
        while True:
            message = await self.talk.receive_output(timeout=within)
            if message["type"] == "websocket.close":
                return message["code"]

    async def leave(self) -> None:
        await self.talk.disconnect()


def keys(frames: list[dict]) -> list[str]:
    """The keys in these frames, in order."""
    return [change["key"] for frame in frames for change in frame["changes"]]


async def aside(call, *args, **kwargs):
    """Run a command in a thread of its own, as a request would."""
    return await asyncio.to_thread(_and_close, call, *args, **kwargs)


def _and_close(call, *args, **kwargs):
    from django.db import connection

    try:
        return call(*args, **kwargs)
    finally:
        connection.close()
