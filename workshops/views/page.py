"""The pages behind the doors: place, console and screen, and the panel of the step."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from live.clock import now_ms
from live.rooms import position
from live.views import changes_response

from ..activities import all_activities
from ..card_fragments import card_context
from ..doors import behind
from ..fragments import timer_context
from ..models import Session
from ..people_fragments import names_context, people_context
from ..rights import may
from ..runsheet import agenda_parts, runsheet_context
from ..screen_fragments import question_context
from ..viewers import Viewer
from .cards import cards_context
from .console import sealed_context

PAGES = {
    "place": "workshops/place.html",
    "console": "workshops/console.html",
    "screen": "workshops/screen.html",
}
IN_THE_STEP: dict[str, Callable[[Session], dict]] = {
    "place": card_context,
    "console": lambda session: {"aside": set_aside(session), "prepares": prepares(session)},
    "screen": lambda session: (
        names_context(session) | question_context(session) | {"parts": agenda_parts(session)}
    ),
}


@behind("see_board")
def page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A whole page with the step in it: right for a late joiner and without JavaScript."""
    context, face = panel_context(viewer), face_of(viewer)
    if face == "console":
        context = beside_the_step(context["session"]) | context
    return render(request, PAGES[face], context)


@behind("see_board")
def panel(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The step alone, for a page that heard that the room has moved on."""
    context = panel_context(viewer)
    response = render(request, f"workshops/_step_{face_of(viewer)}.html", context)
    response["Cache-Control"] = "no-store"
    return response


@behind("see_board")
def changes(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What this viewer has missed, as one frame of the live protocol."""
    return changes_response(request, viewer)


def beside_the_step(session: Session) -> dict:
    """What the console shows around the step, each part fetched or pushed alone when it changes."""
    return (
        people_context(session)
        | runsheet_context(session)
        | sealed_context(session)
        | cards_context(session)
    )


def face_of(viewer: Viewer) -> str:
    """Which page a viewer gets; an observer at the console's door sees the screen's."""
    if viewer.door == "console" and not may(viewer, "see_console"):
        return "screen"
    return viewer.door


def set_aside(session: Session) -> list[dict]:
    """What waits for a facilitator whatever step runs, such as notes that came late."""
    found = [each.set_aside(session) for each in all_activities()]
    return [each for each in found if each]


def prepares(session: Session) -> list[dict]:
    """What can be prepared while people join."""
    if session.started_at:
        return []
    return [page for each in all_activities() for page in each.prepares(session)]


def panel_context(viewer: Viewer) -> dict:
    """Everything a page of this viewer shows. The position is read before any row."""
    session = viewer.session
    assert session is not None
    at = position(session.room_key)
    session.read_again()  # it was read at the door, before the position
    step = session.current_step()
    context = {
        "viewer": viewer,
        "door": face_of(viewer),
        "session": session,
        "workshop": session.workshop,
        "content": session.workshop.content,
        "step": step,
        "at": at,
        "now_ms": now_ms(),
        "steps": SimpleLazyObject(session.agenda_steps),  # few pages list them
        "ground_rules": session.workshop.content.head("agendas")["ground_rules"],
        "ground_rules_short": session.workshop.content.head("agendas")["ground_rules_short"],
    }
    context |= IN_THE_STEP[face_of(viewer)](session)
    if step:
        context |= timer_context(step)
        context |= step.activity.panel(step, viewer)
        context["panel_template"] = step.activity.panel_template.format(door=face_of(viewer))
    return context
