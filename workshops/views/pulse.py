"""The pulse over HTTP: one form with both questions, answered or skipped."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from ..commands import answered, perform
from ..doors import behind
from ..viewers import Viewer


@require_POST
@behind("answer_pulse")
def pulse(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Keep one's own answers; each field is a question's key, empty to skip it."""
    session, person = viewer.session, viewer.participant
    answer = perform(viewer, request, lambda: session.answer_pulse(person, request.POST))
    return answered(request, answer, reverse("place:page", args=[session.code]))
