"""A second sitting, in which people wrote behind a seal that nobody has opened."""

from uuid import uuid4

from boards.models import Board, Note
from live.clock import now
from workshops.models import Participant
from workshops.viewers import Viewer

from .day import Day
from .words import SEALED


def sealed_sitting(day: Day) -> None:
    """Stage 1 again with one person: it runs, on the step that writes."""
    session = day.session.workshop.add_session("stage_1", "stage_1_only", now())
    writing = session.steps.get(key="diagnosis_write")
    session.save_write_first({writing.pk: True})
    facts = {"name": "Kit", "category": "users_citizens", "agrees_to_keeping": True}
    kit, _token = Participant.join(session, **facts)
    session.start(day.grace.facilitator)
    while session.current_step().key != "diagnosis_write":
        session.go_on(session.current_step().pk)
    viewer = Viewer("place", session.workshop, session, participant=kit)
    board = Board.objects.get(session=session, activity_key="diagnosis")
    Note.write(board, viewer, uuid4(), "unsolved", SEALED)
