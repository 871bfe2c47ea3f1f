"""The WebSocket's door: admits, forwards, leaves. It decides nothing."""

from collections.abc import Callable
from functools import partial
from urllib.parse import parse_qsl

from . import feeds, presence, reading
from .asked import Asked
from .rooms import Position, position
from .socket import BAD_MESSAGE, LOAD_AGAIN, Socket
from .viewer import Viewer

Admit = Callable[[dict], Viewer | None]


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
        await self._stay(
            Socket(viewer, asked.since, send, partial(self.admit, scope)), where, receive
        )

    async def _stay(self, socket: Socket, where: Position, receive) -> None:
        feed = feeds.join(socket, where)
        presence.tell(self.told)
        try:
            # Asked once more now that the Feed would see a revocation: none falls in between.
            await socket.read_rights()
            feed.wake()
            while (message := await receive())["type"] != "websocket.disconnect":
                socket.hear(message.get("text"))
        finally:
            feeds.leave(socket, feed)
