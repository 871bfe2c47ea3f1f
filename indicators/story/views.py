"""Responses over HTTP, beside what can be done with any note: find, ask, answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from boards.views import base, note_in, page_of
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.refusals import Refused
from workshops.viewers import Viewer

from ..models import Response


@require_POST
@behind("keep_response")
def keep(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Carry a first response over as it is."""

    def verb() -> None:
        response_of(viewer, note, Response.objects.firsts()).keep(viewer)

    return answered(request, perform(viewer, request, verb), page_of(viewer))


@require_POST
@behind("change_note")
def change(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Change everything that is said of a response, from the version `base`."""
    response, text = response_of(viewer, note, Response.objects.all()), request.POST.get("text", "")

    def verb() -> None:
        response.change(viewer, text, base(request), request.POST)

    try:
        answer = perform(viewer, request, verb)
    except Refused as refusal:
        refusal.form, refusal.viewer = response.note.board.activity.form_template, viewer
        raise
    return answered(request, answer, page_of(viewer))


def response_of(viewer: Viewer, note: UUID, among) -> Response:
    """The one whose note this is. Raises Http404 for a note that the viewer may not know of."""
    rows = among.select_related("note__column__board__session")
    return get_object_or_404(rows, note=note_in(viewer, note))
