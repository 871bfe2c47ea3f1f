"""Marks over HTTP: find, ask, answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from boards.models import Board
from boards.views import page_of
from live.rooms import position
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.viewers import Viewer

from ..models import Response
from ..models.response import WITH_INDICATORS
from .actions import Actions
from .fragments import KEY
from .panel import actions_context

# A page that showed it may still have one that was hidden or taken back: the answer says so.
KNOWN = ("shown", "hidden", "taken_back")


@require_POST
@behind("mark_action")
def mark(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Give an action a `mark` (same, changed or new); `seen` is the one that it had on the page."""
    response = action(viewer, note)
    given, seen = request.POST.get("mark", ""), request.POST.get("seen", "")
    answer = perform(viewer, request, lambda: response.mark_as(viewer, given, seen))
    return answered(request, answer, page_of(viewer))


@require_GET
@behind("see_console")
def read_out(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What the indicators changed and brought about, for a facilitator to read out."""
    return fragment(request, viewer, "indicators/difference/_read_out.html")


@require_GET
@behind("see_board")
def sorted_by_mark(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The actions sorted by their mark, for the screen."""
    return fragment(request, viewer, "indicators/difference/_sorted.html")


def fragment(request: HttpRequest, viewer: Viewer, template: str) -> HttpResponse:
    """One part of the panel, fresh. The position is read before any row."""
    session = viewer.session
    assert session is not None
    at = position(session.room_key)
    board = get_object_or_404(Board, session=session, activity_key=KEY)
    context = {"at": at, "viewer": viewer, "session": session}
    context |= actions_context(board, Actions(session))
    response = render(request, template, context)
    response["Cache-Control"] = "no-store"
    return response


def action(viewer: Viewer, note: UUID) -> Response:
    return get_object_or_404(
        Response.objects.select_related("note__column__board__session"),
        note=note,
        note__state__in=KNOWN,
        note__column__board__session=viewer.session,
        note__column__board__activity_key=WITH_INDICATORS,
    )
