"""What the console has beside the step: controls, run sheet, people, and what the screen shows."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from live.rooms import position

from ..activities import all_activities
from ..commands import answered, perform
from ..doors import behind
from ..fields import number_in
from ..models import Session
from ..refusals import NotFit
from ..runsheet import runsheet_context
from ..viewers import Viewer

SCREEN_VERBS: dict[str, Callable[[Session, HttpRequest], None]] = {
    "blank": lambda session, request: session.blank_screen(True),
    "show": lambda session, request: session.blank_screen(False),
    "hide-code": lambda session, request: session.hide_code(True),
    "show-code": lambda session, request: session.hide_code(False),
    "hide-names": lambda session, request: session.name_people(False),
    "show-names": lambda session, request: session.name_people(True),
    "ask": lambda session, request: session.ask_on_screen(request.POST.get("question", "")[:60]),
}


@require_GET
@behind("see_console")
def controls(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The control bar as this facilitator may use it."""
    return _piece(request, "workshops/_console_controls.html", asking_context(viewer))


@require_GET
@behind("see_console")
def run_sheet(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The run sheet, with what can be done to it and to the screen."""
    return _piece(request, "workshops/_console_runsheet.html", console_context(viewer))


@require_POST
@behind("manage_screen")
def screen(request: HttpRequest, viewer: Viewer, verb: str) -> HttpResponse:
    """Carry out one of SCREEN_VERBS."""
    act = SCREEN_VERBS.get(verb)
    if act is None:
        raise NotFit(_("There is no such control."))
    answer = perform(viewer, request, lambda: act(viewer.session, request))
    return answered(request, answer, f"/run/{viewer.session.code}/")


@behind("run_steps")
def hand_over(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask who gets the controls, then give them to that facilitator."""
    others = viewer.workshop.facilitators.exclude(pk=viewer.facilitator.pk)
    if request.method != "POST":
        context = console_context(viewer) | {"others": others}
        return render(request, "workshops/hand_over.html", context)
    to = get_object_or_404(others, pk=number_in(request, "to"))
    answer = perform(viewer, request, lambda: viewer.session.hand_over(viewer.facilitator, to))
    return answered(request, answer, f"/run/{viewer.session.code}/")


@behind("end_session")
def end(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask, then end the session for good."""
    if request.method != "POST":
        return render(request, "workshops/end.html", asking_context(viewer))
    answer = perform(viewer, request, lambda: viewer.session.end(viewer.facilitator))
    return answered(request, answer, f"/run/{viewer.session.code}/")


def sealed_context(session: Session) -> dict:
    """`sealed_boards` wait to be opened, whatever step runs; `asks_first` is for Next.

    `holder_pages` are what else this step's activity asks the holder before it does it.
    """
    found = [each.sealed(session) for each in all_activities()]
    step = session.current_step()
    return {
        "sealed_boards": [each for each in found if each],
        "asks_first": step is not None and step.activity.asks_to_open(step),
        "holder_pages": step.activity.holder_pages(step) if step else [],
    }


def console_context(viewer: Viewer) -> dict:
    """Where the workshop is, as the console shows it beside the step."""
    session = viewer.session
    assert session is not None
    at = position(session.room_key)
    session.read_again()  # it was read at the door, before the position
    return {
        "viewer": viewer,
        "session": session,
        "workshop": session.workshop,
        "at": at,
        "step": session.current_step(),
        **runsheet_context(session),
    }


def asking_context(viewer: Viewer) -> dict:
    """Where the workshop is, and what waits to be opened or closed before it goes on."""
    context = console_context(viewer)
    return context | sealed_context(context["session"])


def _piece(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    response = render(request, template, context)
    response["Cache-Control"] = "no-store"
    return response
