"""The ASGI application: pages by Django, sockets by `live`, static files before both."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")

from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.core.asgi import get_asgi_application

django = get_asgi_application()

from channels.auth import AuthMiddlewareStack  # noqa: E402
from django.contrib.staticfiles.handlers import ASGIStaticFilesHandler  # noqa: E402
from django.urls import path  # noqa: E402
from servestatic import ServeStaticASGI  # noqa: E402

from live.consumer import LiveConsumer  # noqa: E402
from live.origin import SameOriginOnly  # noqa: E402
from workshops.doors import viewer_at  # noqa: E402


def admit(scope):
    """Say who stands at a socket's door: a viewer, or None. Reads rows, so call it in a thread."""
    where = scope["url_route"]["kwargs"]
    return viewer_at(where["door"], where["key"], scope["cookies"], scope["user"]._wrapped)


consumer = LiveConsumer.as_asgi(admit=admit)
sockets = URLRouter(
    [
        path("s/<str:key>/live", consumer, {"door": "place"}),
        path("run/<str:key>/live", consumer, {"door": "console"}),
        path("screen/<str:key>/live", consumer, {"door": "screen"}),
    ]
)
pages = (
    ASGIStaticFilesHandler(django)
    if settings.DEBUG
    else ServeStaticASGI(django, root=settings.STATIC_ROOT, prefix=settings.STATIC_URL)
)
application = ProtocolTypeRouter(
    {"http": pages, "websocket": SameOriginOnly(AuthMiddlewareStack(sockets))}
)
