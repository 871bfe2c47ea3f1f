"""Calls and findings over HTTP: find, ask, answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from boards.views import board_of, page_of
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.viewers import Viewer

from .models import ProblemType, Reading


@require_POST
@behind("make_call")
def call(request: HttpRequest, viewer: Viewer, characteristic: str) -> HttpResponse:
    """Make or change one's own call (`call`: strong, partial, none, not_sure)."""
    reading = reading_of(viewer, characteristic)
    answer = perform(viewer, request, lambda: reading.call(viewer, request.POST.get("call", "")))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("write_finding")
def show(request: HttpRequest, viewer: Viewer, characteristic: str) -> HttpResponse:
    """Show the counts of calls to everyone."""
    reading = reading_of(viewer, characteristic)
    return answered(request, perform(viewer, request, reading.show_calls), page_of(viewer))


@require_POST
@behind("write_finding")
def finding(request: HttpRequest, viewer: Viewer, characteristic: str) -> HttpResponse:
    """Write what the group says about it (`text`, one line)."""
    reading = reading_of(viewer, characteristic)
    answer = perform(viewer, request, lambda: reading.say(request.POST.get("text", "")))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("write_finding")
def problem_type(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Note which type of problem (`type`) the group picked; empty takes the pick away."""
    item = ProblemType.of(board_of(viewer, "diagnosis"))
    answer = perform(viewer, request, lambda: item.pick(request.POST.get("type", "")))
    return answered(request, answer, page_of(viewer))


def reading_of(viewer: Viewer, characteristic: str) -> Reading:
    return get_object_or_404(
        Reading, column__key=characteristic, column__board__session=viewer.session
    )
