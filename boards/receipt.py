"""What a participant has written, to read, copy and take back: at the close and after the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from live.clock import now
from workshops.doors import behind
from workshops.models import Session
from workshops.models.coming_back import TAKE_BACK_FOR
from workshops.viewers import Viewer

from .models import Note


@dataclass(frozen=True)
class Written:
    """What was written in one step for one activity, in the order of its board."""

    step: str
    activity: str
    notes: list[Note]


class Receipt:
    """A participant's notes of all activities, less those taken back; nobody else is sent it.

    `opened` are those that were not left sealed and `unopened` the others, by step; `until` is
    the last day on which one may be taken back, counted from now while the session runs.
    """

    def __init__(self, viewer: Viewer) -> None:
        session = viewer.session
        assert session is not None
        notes = list(in_board_order(own_notes(viewer)))
        self.total = len(notes)
        self.all = by_step(notes)
        self.opened = by_step(note for note in notes if note.state != "sealed")
        self.unopened = by_step(note for note in notes if note.state == "sealed")
        self.until = take_back_until(session)
        self.kept_until = session.workshop.kept_until()


def own_notes(viewer: Viewer) -> "QuerySet[Note]":
    """What a participant has written in this session and not taken back."""
    notes = Note.objects.filter(writer=viewer.participant).exclude(state="taken_back")
    return notes.with_everything() if viewer.participant else notes.none()


def take_back_until(session: Session) -> datetime:
    """The last day on which a writer may take a note back, as if it ended now while it runs."""
    return (session.ended_at or now()) + TAKE_BACK_FOR


def in_board_order(notes: "QuerySet[Note]") -> Iterable[Note]:
    """Step by step as the agenda has them, then as they stand on their board."""
    return sorted(
        notes.select_related("step", "column__board__session"),
        key=lambda note: (
            note.step.position if note.step else len(note.board.session.agenda_steps()) + 1,
            note.board.pk,
            note.column.position,
            note.order,
        ),
    )


def by_step(notes: Iterable[Note]) -> list[Written]:
    """Gather notes that come in order, without changing it."""
    found: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        activity = str(note.board.activity.title)
        step = note.step.title if note.step else activity
        found.setdefault((step, activity), []).append(note)
    return [Written(step, activity, those) for (step, activity), those in found.items()]


@behind("see_own_notes")
def as_text(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """All of one's own notes as a page of plain text, to copy or to save."""
    context = {
        "viewer": viewer,
        "session": viewer.session,
        "workshop": viewer.workshop,
        "receipt": Receipt(viewer),
    }
    response = render(request, "boards/own_notes.txt", context, "text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response
