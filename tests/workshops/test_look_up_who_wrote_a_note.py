from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import Note
from workshops.doors import cookie_of
from workshops.models import LogEntry, Participant
from workshops.viewers import Viewer


@pytest.fixture
def written(session, workshop) -> tuple[Note, Client]:
    """A note by Priya on the running board, and her browser."""
    session.start(workshop.facilitators.get())
    while session.current_step().key != "diagnosis_write":
        session.go_on(session.current_step().pk)
    priya, token = Participant.join(
        session, name="Priya", category="not_said", agrees_to_keeping=True
    )
    by = Viewer("place", workshop, session, participant=priya)
    board = session.boards.get()
    note = Note.write(board, by, uuid4(), "unsolved", "We go round in circles.")
    client = Client()
    client.cookies[cookie_of(session)] = token
    return note, client


def authors(session) -> str:
    return reverse("console:authors", args=[session.code])


def test_asking_tells_nothing_and_records_nothing(desk, session, written):
    page = desk.get(authors(session)).content.decode()

    assert "each look is recorded" in page
    assert "Priya" not in page
    assert not LogEntry.objects.filter(act="looked-up-writers").exists()


def test_a_look_is_recorded_and_then_told(desk, session, written):
    response = desk.post(authors(session))

    page = response.content.decode()
    assert "We go round in circles." in page
    assert "Priya" in page
    assert response["Cache-Control"] == "no-store"
    assert LogEntry.objects.get(act="looked-up-writers").user.username == "grace"


def test_a_note_taken_back_has_no_writer_any_more(desk, session, written, workshop):
    note, _client = written
    note.take_back(Viewer("place", workshop, session, participant=note.writer))

    assert "Priya" not in desk.post(authors(session)).content.decode()


def test_participants_never_learn_it(session, written):
    _note, priya = written

    response = priya.post(reverse("place:authors", args=[session.code]))

    assert response.status_code == 403
    assert "We go round" not in response.content.decode()
    assert not LogEntry.objects.filter(act="looked-up-writers").exists()
