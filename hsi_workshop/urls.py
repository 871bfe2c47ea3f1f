"""Every address of the product."""

from django.urls import include, path

from boards import session_urls as boards
from workshops import session_urls as workshops
from workshops.views.health import healthz

shown = [*workshops.patterns, *workshops.shown_patterns()]
live = [*shown, *boards.patterns, *workshops.activity_patterns()]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("workshops.urls")),
    path("", include("debrief.urls")),
    path("accounts/", include("allauth.urls")),
    path(
        "s/<str:key>/",
        include((live + workshops.place_patterns, "session"), namespace="place"),
        {"door": "place"},
    ),
    path(
        "run/<str:key>/",
        include((live + workshops.console_patterns, "session"), namespace="console"),
        {"door": "console"},
    ),
    path(
        "screen/<str:key>/",
        include((shown, "session"), namespace="screen"),
        {"door": "screen"},
    ),
]
