"""Opening sealed notes: on a page of its own that says what happens, and never by one press."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from workshops.commands import answered, perform
from workshops.doors import behind
from workshops.fields import number_in
from workshops.viewers import Viewer
from workshops.views.console import console_context

from .models import Board
from .views import board_of, page_of


@behind("open_notes")
def open_notes(request: HttpRequest, viewer: Viewer, board: str) -> HttpResponse:
    """GET asks. POST opens all sealed notes of a board and, with a `step`, goes on from it."""
    found = board_of(viewer, board)
    if request.method == "POST":
        answer = perform(viewer, request, lambda: carry_out(found, viewer, request))
        return answered(request, answer, page_of(viewer))
    response = render(request, "boards/open_notes.html", asked(found, viewer, request))
    response["Cache-Control"] = "no-store"
    return response


def carry_out(board: Board, viewer: Viewer, request: HttpRequest) -> None:
    """Open the notes; leave the step too if that was asked, both or neither."""
    board.open_notes(viewer)
    if "step" in request.POST:
        board.session.go_on(number_in(request, "step"))


def asked(board: Board, viewer: Viewer, request: HttpRequest) -> dict:
    """What the page asks about: how many `notes`, and whether the room is `leaving` the step."""
    context = console_context(viewer)
    leaving = context["step"] is not None and "leaving" in request.GET and context["following"]
    return {
        **context,
        "board": board,
        "is_sealed": board.is_sealed(),
        "notes": board.sealed_notes().count(),
        "leaving": bool(leaving),
    }
