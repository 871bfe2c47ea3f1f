"""The plan over HTTP: find, ask, answer."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from boards.parked import must_not_name
from boards.views import base, note_in, page_of
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.models import Session
from workshops.refusals import Refused
from workshops.viewers import Viewer

from ..models import Action, Plan
from . import said


@behind("change_action")
def action(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """GET: what can be said of an action, a page or with ?part=menu a form. POST: say it."""
    found = action_in(viewer, note)
    if request.method != "POST":
        return form_of(request, viewer, found)
    try:
        must_not_name(request, request.POST.get("owner", ""))
        answer = perform(viewer, request, lambda: found.change(viewer, request.POST, base(request)))
    except Refused as refusal:
        if refusal.field == "text":  # else it asks about the owner alone
            refusal.form, refusal.viewer = "indicators/plan/_again.html", viewer
            refusal.field = "text" if "text" in request.POST else ""
        raise
    return answered(request, answer, page_of(viewer))


def form_of(request: HttpRequest, viewer: Viewer, action: Action) -> HttpResponse:
    """A page with the form of an action, or with ?part=menu the form alone."""
    menu = request.GET.get("part") == "menu"
    template = (
        "indicators/plan/_action_controls.html" if menu else "indicators/plan/action_page.html"
    )
    context = {"action": action, "viewer": viewer, "session": viewer.session, "door": viewer.door}
    response = render(request, template, context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@behind("make_plan")
def choose(request: HttpRequest, viewer: Viewer, note: UUID) -> HttpResponse:
    """Put a response into the plan, or with `on` set to "no" leave it out again."""
    on = request.POST.get("on", "yes") == "yes"
    answer = perform(viewer, request, lambda: Action.choose(note_in(viewer, note), on))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("make_plan")
def look_again(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say when the group looks again (`on`, a day, or nothing)."""
    day = said.day(request.POST.get("on", ""))
    answer = perform(viewer, request, lambda: Plan.look_again(session_of(viewer), day))
    return answered(request, answer, page_of(viewer))


@require_POST
@behind("make_plan")
def recommend(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Choose the recommendations (`key`, two at most) that come next."""
    keys = request.POST.getlist("key")
    answer = perform(viewer, request, lambda: Plan.recommend(session_of(viewer), keys))
    return answered(request, answer, page_of(viewer))


def action_in(viewer: Viewer, note: UUID) -> Action:
    """The action of a note, for its writer and for facilitators; else 404."""
    found = get_object_or_404(
        Action.objects.select_related("session__workshop__content", "note__column__board__session"),
        note=note_in(viewer, note),
    )
    if "facilitator" in viewer.roles or found.note.is_by(viewer):
        return found
    raise Http404


def session_of(viewer: Viewer) -> Session:
    """Behind a door there is one."""
    assert viewer.session is not None
    return viewer.session
