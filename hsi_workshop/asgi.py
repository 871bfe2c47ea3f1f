"""The ASGI application: pages by Django, sockets by `live`, static files before both."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")

import django

django.setup(set_prefix=False)

# ruff: noqa: E402  # apps must be loaded before what follows can be imported
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.sessions import CookieMiddleware
from django.conf import settings
from django.contrib.staticfiles.handlers import ASGIStaticFilesHandler
from django.urls import path
from servestatic import ServeStaticASGI

from hsi_workshop.pages import Pages
from live.bounds import Bounded
from live.consumer import LiveConsumer
from live.origin import SameOriginOnly
from workshops.doors import viewer_at
from workshops.presence import note_presence
from workshops.signed_in import user_behind


def admit(scope):
    """Say who stands at a socket's door: a viewer, or None. Reads rows, so call it in a thread."""
    where, cookies = scope["url_route"]["kwargs"], scope["cookies"]
    return viewer_at(where["door"], where["key"], cookies, user_behind(cookies))


consumer = LiveConsumer.as_asgi(admit=admit, told=note_presence)
sockets = URLRouter(
    [
        path("s/<str:key>/live", consumer, {"door": "place"}),
        path("run/<str:key>/live", consumer, {"door": "console"}),
        path("screen/<str:key>/live", consumer, {"door": "screen"}),
    ]
)
pages = (
    ASGIStaticFilesHandler(Pages())
    if settings.DEBUG
    else ServeStaticASGI(Pages(), root=settings.STATIC_ROOT, prefix=settings.STATIC_URL)
)
application = ProtocolTypeRouter(
    {"http": Bounded(pages), "websocket": SameOriginOnly(CookieMiddleware(sockets))}
)
