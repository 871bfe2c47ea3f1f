"""Telling a story to the room over HTTP: rounds, the twist, played seats, passing on it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.views import page_of
from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.fields import number_in
from workshops.refusals import NotFit
from workshops.viewers import Viewer

from ..models import Passed, Role, Staging
from ..models.scenario import Level
from .panel import session_of, story_for


@require_POST
@behind("run_steps")
def go_round(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Go to a `round` of the step, forward or back."""
    to = request.POST.get("round", "")
    verb = lambda: Staging.of(session_of(viewer)).move(to)  # noqa: E731  # one line, one verb
    return answered(request, perform(viewer, request, verb), page_of(viewer))


@require_POST
@behind("run_steps")
def twist(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Reveal the twist of a `story`, or with `on` set to "no" take it off the pages."""
    on = request.POST.get("on", "yes") == "yes"

    def verb() -> None:
        stories = session_of(viewer).scenarios.select_related("session")
        get_object_or_404(stories, pk=number_in(request, "story")).show_twist(on)

    return answered(request, perform(viewer, request, verb), page_of(viewer))


@require_POST
@behind("choose_story")
def seat(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Let a `person` from elsewhere speak for a `level`, or with no level for themselves."""
    session, level = session_of(viewer), request.POST.get("level", "")
    if level not in {"", *Level.values}:
        raise NotFit(_("Choose for whom they speak."))

    def verb() -> None:
        person = get_object_or_404(session.participants, pk=number_in(request, "person"))
        if level:
            Role.give(session, person, Level(level))
        else:
            Role.take(session, person)

    return answered(request, perform(viewer, request, verb), page_of(viewer))


@require_POST
@behind("pass_on_story")
def pass_on(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Rather not do this story, or with `on` set to "no" come back to it."""
    on = request.POST.get("on", "yes") == "yes"

    def verb() -> None:
        story = story_for(session_of(viewer), viewer)
        if story is None or viewer.participant is None:
            raise Http404
        Passed.put(story, viewer.participant, on)

    return answered(request, perform(viewer, request, verb), page_of(viewer))
