"""Who wrote which note: on a page of its own, asked for and on record, never beside the board."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from workshops.doors import behind
from workshops.models import Session
from workshops.viewers import Viewer

from .models import Note

# What facilitators can read anyway. A note that only its writer may see is not among them.
READABLE = ("shown", "late", "hidden")


@behind("see_authors")
def authors(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """GET asks. POST puts the look on record, then lists the notes with their writers."""
    context = {"viewer": viewer, "session": viewer.session, "workshop": viewer.workshop}
    if request.method == "POST":
        viewer.session.look_up_writers(viewer.user)
        context["notes"] = notes_with_writers(viewer.session)
    response = render(request, "boards/authors.html", context)
    response["Cache-Control"] = "no-store"
    return response


def notes_with_writers(session: Session):
    """Notes that facilitators can read and a participant wrote, in board order."""
    notes = Note.objects.filter(column__board__session=session, state__in=READABLE)
    return notes.exclude(writer=None).select_related("writer", "column").order_by("column", "order")
