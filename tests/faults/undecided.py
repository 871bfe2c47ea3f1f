"""An application that answers pages and never says whether a socket may come in."""

import asyncio


async def application(scope, receive, send) -> None:
    if scope["type"] == "websocket":
        await asyncio.sleep(3600)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"Here."})
