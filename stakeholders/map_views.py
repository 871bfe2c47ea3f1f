"""The map over HTTP: find, ask, answer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from boards.models import Board
from boards.views import base, page_of
from live.rooms import position
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.refusals import Refused
from workshops.viewers import Viewer
from workshops.views.page import face_of

from .charting import Chart
from .map_fragments import KEY, map_context
from .models import Relationship
from .network import without
from .pictures import Picture

SOON = 1  # seconds until a drawing that is being made is there


@require_GET
@behind("see_board")
def the_map(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What the map says and how it looks; 404 while the room is on another step."""
    context = shown_context(viewer)
    context["picture"] = Picture.unless_busy(context["chart"].network)
    if context["picture"] is None:
        return HttpResponse(status=503, headers={"Retry-After": SOON})
    return fresh(render(request, "stakeholders/_map.html", context))


@require_GET
@behind("see_board")
def the_links(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The list of links; 404 while the room is on another step."""
    return fresh(render(request, "stakeholders/_links.html", shown_context(viewer)))


def shown_context(viewer: Viewer) -> dict[str, Any]:
    """What both fragments show. The position is read before any row."""
    at = position(viewer.room_key)
    context = map_context(board_in_use(viewer), Chart(viewer.workshop))
    return {"at": at, "door": face_of(viewer), **context}


@require_GET
@behind("see_board")
def what_if(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Who loses touch with whom if the stakeholder `without` drops out."""
    network = Chart(viewer.workshop).network
    key = request.GET.get("without", "")
    absence = without(network, key) if key in network.by_key else None
    context = {"absence": absence, "asked": key}
    return fresh(render(request, "stakeholders/_absence.html", context))


@require_POST
@behind("change_note")
def change(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Change everything that is said of a link, from the version `base`."""
    link = get_object_or_404(
        Relationship.objects.of(viewer.workshop).select_related("note__column__board__session"),
        note=note,
        note__column__board__session=viewer.session,
    )
    if not link.note.may_be_known_to(viewer):
        raise Http404
    said, text = request.POST, request.POST.get("text", "")
    try:
        answer = perform(viewer, request, lambda: link.change(viewer, text, base(request), said))
    except Refused as refusal:
        refusal.form, refusal.viewer = link.note.board.activity.form_template, viewer
        raise
    return answered(request, answer, page_of(viewer))


def board_in_use(viewer: Viewer) -> Board:
    """The board of the map, if the room is on it."""
    step = viewer.session.current_step() if viewer.session else None
    if step is None or step.activity_key != KEY:
        raise Http404
    return get_object_or_404(
        Board.objects.select_related("session"), session=viewer.session, activity_key=KEY
    )


def fresh(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
