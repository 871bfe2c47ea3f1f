"""The WebSocket's door: admits, forwards, leaves. It decides nothing."""

from functools import partial
from urllib.parse import parse_qsl

from . import presence, reading
from .asked import Asked
from .codes import BAD_MESSAGE, LOAD_AGAIN
from .following import Admit, following
from .frames import Frame
from .rooms import position
from .socket import Socket


class LiveConsumer:
    """An ASGI application for `live?epoch=&since=`.

    It is plain ASGI, not a Channels consumer: that one hops to a thread for each
    message, and the channel layer is the Feed's business.
    """

    def __init__(self, admit: Admit, told: presence.Told | None = None) -> None:
        self.admit, self.told = admit, told

    @classmethod
    def as_asgi(cls, *, admit: Admit, told: presence.Told | None = None) -> "LiveConsumer":
        """Return the application. `admit(scope)` says who looks on, or None; it may read rows.

        `told` hears every few seconds who is connected (see presence.py).
        """
        return cls(admit, told)

    async def __call__(self, scope: dict, receive, send) -> None:
        await receive()
        viewer = await reading.rights.ask(self.admit, scope)
        if viewer is None:
            return await send({"type": "websocket.close", "code": 4403})
        await send({"type": "websocket.accept"})
        try:
            asked = Asked.from_query(dict(parse_qsl(scope["query_string"].decode("latin-1"))))
        except ValueError:
            return await send({"type": "websocket.close", "code": BAD_MESSAGE})
        where = await reading.changes.ask(position, viewer.room_key)
        if asked.is_lost(where):
            return await send({"type": "websocket.close", "code": LOAD_AGAIN})
        socket = Socket(viewer, asked.since, WebSocket(send), partial(self.admit, scope))
        async with following(socket, where, self.told):
            while (message := await receive())["type"] != "websocket.disconnect":
                socket.hear(message.get("text"))


class WebSocket:
    """The line on which frames are messages and the browser answers."""

    can_be_answered = True

    def __init__(self, send) -> None:
        self.send = send

    async def carry(self, frame: Frame, text: str) -> None:
        """Send the frame."""
        await self.send({"type": "websocket.send", "text": text})

    async def close(self, code: int) -> None:
        """Close with a code that says why."""
        await self.send({"type": "websocket.close", "code": code})
