"""Picking over HTTP: who is key, who is missing and who will ask them. Find, ask, answer."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from boards.models import Board
from boards.views import note_in, page_of
from live.rooms import position
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.refusals import NotAllowed
from workshops.rights import may
from workshops.viewers import Viewer

from .models import Stakeholder
from .picked import picking_context

# mark: the right that it needs
MARKS = {"key": "mark_key", "not_in_the_room": "sort_notes", "most_affected": "sort_notes"}


@require_POST
@behind("see_board")
def mark(request: HttpRequest, viewer: Viewer, note: UUID, mark: str) -> HttpResponse:
    """Give a stakeholder one of MARKS, or with `on` set to "no" take it off."""
    if mark not in MARKS:
        raise Http404
    if not may(viewer, MARKS[mark]):
        raise NotAllowed(_("That is not yours to do here."))
    on = request.POST.get("on", "yes") == "yes"
    answer = perform(viewer, request, lambda: stakeholder(viewer, note).mark(viewer, mark, on))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("sort_notes")
def also(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Give a stakeholder a second kind (`category`, its key), or with nothing none."""
    category = request.POST.get("category", "")
    answer = perform(viewer, request, lambda: stakeholder(viewer, note).also(viewer, category))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("mark_key")
def who_asks(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Write who will ask a missing voice (`who`, one line)."""
    who = request.POST.get("who", "")
    answer = perform(viewer, request, lambda: stakeholder(viewer, note).say_who_asks(viewer, who))
    return answered(request, answer, page_of(viewer))


@require_GET
@behind("see_console")
def picking(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What a facilitator picks from, for a console that heard that it has changed."""
    session = viewer.session
    assert session is not None
    at = position(session.room_key)
    board = get_object_or_404(Board, session=session, activity_key="stakeholders")
    context = {"at": at, "viewer": viewer, "session": session, **picking_context(board)}
    response = render(request, "stakeholders/_picking_console.html", context)
    response["Cache-Control"] = "no-store"
    return response


def stakeholder(viewer: Viewer, note: UUID) -> Stakeholder:
    """The one whose note this is. Raises Http404 for a note that the viewer may not know of."""
    return get_object_or_404(Stakeholder, note=note_in(viewer, note))
