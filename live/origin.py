"""A page of another site may not follow a room with our people's cookies."""

from io import BytesIO

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.asgi import ASGIRequest

from .bounds import answer

HTTP_SCHEMES = {"ws": "http", "wss": "https"}
ELSEWHERE = "A page of another site asked."


class SameOriginOnly:
    """Lets in whose Origin is ours to the letter: scheme, host and port.

    Channels' own check accepts another scheme or port of the same host. Origins in
    CSRF_TRUSTED_ORIGINS are let in too; a socket without an Origin is not. A stream without one
    is: a browser sends none when a page asks its own site.
    """

    def __init__(self, app) -> None:
        self.app = app

    async def __call__(self, scope: dict, receive, send) -> None:
        if is_ours(scope):
            return await self.app(scope, receive, send)
        if scope["type"] == "http":
            return await answer(send, 403, ELSEWHERE)
        await receive()
        await send({"type": "websocket.close", "code": 4403})


def is_ours(scope: dict) -> bool:
    """Does the Origin name the very address that was asked for?"""
    origins = [value for name, value in scope["headers"] if name == b"origin"]
    if len(origins) != 1:
        return scope["type"] == "http" and not origins
    origin = origins[0].decode("latin-1").lower()
    return origin in (own_origin(scope), *settings.CSRF_TRUSTED_ORIGINS)


def own_origin(scope: dict) -> str | None:
    """Return the address that was asked for, None when its host is not one of ours."""
    scheme = scope.get("scheme", "http")
    scheme = HTTP_SCHEMES.get(scheme, scheme)
    request = ASGIRequest({**scope, "method": "GET", "scheme": scheme}, BytesIO())
    try:
        return f"{request.scheme}://{request.get_host()}".lower()
    except DisallowedHost:
        return None
