"""Proposed indicators over HTTP: find, ask, answer."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from boards.views import base, note_in, page_of
from live.rooms import position
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.refusals import Refused
from workshops.viewers import Viewer

from ..models import Addition
from .showing import deciding_context

DECISIONS: dict[str, Callable[[Addition, Viewer, str, HttpRequest], None]] = {
    "adopt": lambda addition, by, was, r: addition.adopt(by, was),
    "merge": lambda addition, by, was, r: addition.merge(by, was, r.POST.get("into", "")),
    "park": lambda addition, by, was, r: addition.park(by, was),
    "reopen": lambda addition, by, was, r: addition.reopen(by, was),
}


@require_GET
@behind("see_console")
def deciding(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What a facilitator decides on, for a console that heard that it has changed."""
    session = viewer.session
    assert session is not None
    if not session.boards.filter(activity_key="additions").exists():
        raise Http404
    context = {"at": position(session.room_key), "viewer": viewer, **deciding_context(session)}
    response = render(request, "indicators/additions/_deciding.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@behind("decide_addition")
def decide(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Carry out one of DECISIONS (`decision`); `was` is the one that the facilitator saw."""
    act = DECISIONS.get(request.POST.get("decision", ""))
    if act is None:
        raise Http404
    was = request.POST.get("was", "")

    def verb() -> None:
        found = get_object_or_404(Addition.objects.of(viewer.workshop), note=note)
        act(found, viewer, was, request)

    return answered(request, perform(viewer, request, verb), page_of(viewer))


@require_POST
@behind("change_note")
def change(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Change label, description and reason, from the version `base`."""
    addition = get_object_or_404(Addition, note=note_in(viewer, note))
    said, text = request.POST, request.POST.get("text", "")
    try:
        answer = perform(
            viewer, request, lambda: addition.change(viewer, text, base(request), said)
        )
    except Refused as refusal:
        refusal.form, refusal.viewer = addition.note.board.activity.form_template, viewer
        raise
    return answered(request, answer, page_of(viewer))
