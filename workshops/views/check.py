"""The page that tests a browser and its network before the day."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from live.clock import now_ms


def check(request: HttpRequest) -> HttpResponse:
    """What will work here, in plain words, with a text for an IT department."""
    return render(request, "check.html", {"host": request.get_host(), "scheme": request.scheme})


def now(request: HttpRequest) -> HttpResponse:
    """The server's time in milliseconds, for round trips and for the device's clock."""
    return JsonResponse({"now": now_ms()}, headers={"Cache-Control": "no-store"})
