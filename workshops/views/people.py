"""What a facilitator does about the people in a session. What cannot be undone asks first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..commands import answered
from ..doors import behind
from ..viewers import Viewer
from .planning import saved


@behind("see_people")
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Who is in, who was removed, and the door's own controls."""
    session = viewer.session
    context = {
        "here": session.people_here(),
        "removed": session.participants.exclude(removed_at=None),
    }
    return _page(request, viewer, "people", context)


@behind("remove_participant")
def remove(request: HttpRequest, viewer: Viewer, person: int) -> HttpResponse:
    """Ask, then close someone's place."""
    found = get_object_or_404(viewer.session.participants, pk=person)
    if request.method == "POST":
        viewer.session.remove(found, viewer.user)
        sentence = _("The place of %(name)s is closed.") % {"name": found}
        return saved(request, sentence, _here(viewer))
    return _page(request, viewer, "remove", {"person": found})


@behind("give_personal_code")
def personal_code(request: HttpRequest, viewer: Viewer, person: int) -> HttpResponse:
    """Ask, then make a new personal code and show it once, to be said aloud."""
    found = get_object_or_404(viewer.session.people_here(), pk=person)
    context = {"person": found}
    if request.method == "POST":
        context["made"] = viewer.session.renew_personal_code(found, viewer.user)
    response = _page(request, viewer, "personal_code", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@behind("lock_joining")
def lock(request: HttpRequest, viewer: Viewer, verb: str) -> HttpResponse:
    """Close the door to newcomers, or open it."""
    viewer.session.lock_joining(viewer.user, verb == "lock")
    return answered(request, {}, _here(viewer))


@behind("lock_joining")
def new_code(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask, then make a new code and join link."""
    if request.method == "POST":
        viewer.session.renew_code(viewer.user)
        return saved(request, _("There is a new join code."), _here(viewer))
    return _page(request, viewer, "new_code", {})


@behind("manage_screen")
def new_screen_link(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask, then make a new link for the screen and cut off the old one."""
    if request.method == "POST":
        viewer.session.renew_screen_link(viewer.user)
        return saved(request, _("There is a new screen link."), _here(viewer))
    return _page(request, viewer, "new_screen_link", {})


def _page(request: HttpRequest, viewer: Viewer, name: str, context: dict) -> HttpResponse:
    session = viewer.session
    shared = {"viewer": viewer, "session": session, "workshop": session.workshop}
    return render(request, f"workshops/people/{name}.html", {**shared, **context})


def _here(viewer: Viewer) -> str:
    return reverse("console:people", args=[viewer.session.code])
