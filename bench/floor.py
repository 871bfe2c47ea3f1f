"""The least that telling a room can cost: what is posted goes to every socket, nothing is kept."""

from collections import defaultdict

ROOMS: dict[str, set] = defaultdict(set)


async def application(scope, receive, send) -> None:
    """`POST /<room>/say` tells everyone who has `/<room>/live` open."""
    room = scope["path"].strip("/").split("/")[0]
    if scope["type"] == "websocket":
        await listen(ROOMS[room], receive, send)
    elif scope["type"] == "http":
        await tell(ROOMS[room], receive, send)


async def listen(sockets: set, receive, send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    sockets.add(send)
    while (await receive())["type"] != "websocket.disconnect":
        pass
    sockets.discard(send)


async def tell(sockets: set, receive, send) -> None:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    for socket in list(sockets):
        await socket({"type": "websocket.send", "text": body.decode()})
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"{}"})
