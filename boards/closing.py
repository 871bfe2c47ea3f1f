"""Closing a vote: on a page of its own that says what happens, and never by one press."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.viewers import Viewer

from .models import Poll
from .views import board_of, page_of


@behind("close_poll")
def close_poll(request: HttpRequest, viewer: Viewer, board: str, poll: str) -> HttpResponse:
    """GET asks. POST closes the vote and shows everyone how many votes each note has."""
    found = get_object_or_404(Poll, board=board_of(viewer, board), key=poll)
    if request.method == "POST":
        answer = perform(viewer, request, lambda: found.close(viewer))
        return answered(request, answer, page_of(viewer))
    context = {"viewer": viewer, "session": viewer.session, "poll": found}
    response = render(request, "boards/close_poll.html", context)
    response["Cache-Control"] = "no-store"
    return response
