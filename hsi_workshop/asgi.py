"""The ASGI application: pages by Django, sockets by `live`, static files before both."""

import os
from io import BytesIO

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")

import django

django.setup(set_prefix=False)

# ruff: noqa: E402  # apps must be loaded before what follows can be imported
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.sessions import CookieMiddleware
from django.conf import settings
from django.contrib.staticfiles.handlers import ASGIStaticFilesHandler
from django.core.handlers.asgi import ASGIRequest
from django.urls import path, re_path
from servestatic import ServeStaticASGI

from hsi_workshop.pages import Pages
from live.bounds import Bounded
from live.checks import Checks
from live.consumer import LiveConsumer
from live.origin import SameOriginOnly
from live.stopping import Stoppable
from live.stream import LiveStream
from workshops.doors import viewer_at
from workshops.presence import note_presence
from workshops.signed_in import user_behind
from workshops.throttle import address_of


def admit(scope):
    """Say who stands at a socket's door: a viewer, or None. Reads rows, so call it in a thread."""
    where, cookies = scope["url_route"]["kwargs"], scope["cookies"]
    return viewer_at(where["door"], where["key"], cookies, user_behind(cookies))


def at_doors(name, application):
    """Routes for one live address behind each door, for pages of our own site only."""
    guarded = SameOriginOnly(CookieMiddleware(application))
    return [
        path(f"{start}/<str:key>/{name}", guarded, {"door": door})
        for start, door in (("s", "place"), ("run", "console"), ("screen", "screen"))
    ]


def asker(scope):
    """Say from which address somebody asks, by socket or not."""
    return address_of(ASGIRequest({**scope, "method": "GET"}, BytesIO()))


pages = (
    ASGIStaticFilesHandler(Pages())
    if settings.DEBUG
    else ServeStaticASGI(Pages(), root=settings.STATIC_ROOT, prefix=settings.STATIC_URL)
)
streams = at_doors("stream", LiveStream(admit, told=note_presence))
sockets = at_doors("live", LiveConsumer.as_asgi(admit=admit, told=note_presence))
checks = SameOriginOnly(Checks(asker))
sockets.append(path("check/live", checks))
streams.append(path("check/stream", checks))
application = ProtocolTypeRouter(
    {
        "http": Stoppable(Bounded(URLRouter([*streams, re_path("", pages)]))),
        "websocket": URLRouter(sockets),
    }
)
