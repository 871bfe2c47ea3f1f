"""A second session opens with what the first one found, and invites the voices it missed."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from boards.models import Board, Note
from stakeholders.models import Stakeholder
from workshops.models import Participant, Session, Workshop
from workshops.viewers import Viewer

DOORS = {"place": "s", "console": "run", "screen": "screen"}
# Who wrote, what they wrote, calls that nobody has shown, what is hidden, who will ask whom.
PRIVATE = ("Secretname", "A reason of Sam", "No match", "Hidden group", "by letter")


@pytest.fixture
def stages(grace, content) -> tuple[Session, Session]:
    """Stage 1 and, a week later, stage 2 of one workshop."""
    workshop = Workshop.plan(
        grace,
        content,
        starts_at=timezone.make_aware(datetime(2030, 12, 3, 10)),
        policy_area="Damp and mould in rented homes",
        use_case="local_convene",
        format="two_sessions",
    )
    first, second = workshop.sessions.all()
    return first, second


def joined(session: Session, name: str) -> Participant:
    person = session.participants.create(
        name=name, category="local_government", agrees_to_keeping=True
    )
    person.token = person.add_device()
    return person


def viewer_of(person: Participant) -> Viewer:
    return Viewer("place", person.session.workshop, person.session, participant=person)


def go_to(session: Session, key: str) -> None:
    if not session.started_at:
        session.start(session.workshop.facilitators.get())
    while session.current_step().key != key:
        session.go_on(session.current_step().pk)


@pytest.fixture
def held(stages) -> Session:
    """Stage 1 with one reason, two calls shown, a line, two stakeholders; one of them missing."""
    first, _second = stages
    go_to(first, "diagnosis_write")
    sam, joan = (viewer_of(joined(first, name)) for name in ("Sam Secretname", "Joan Secretname"))
    board = Board.objects.get(session=first, activity_key="diagnosis")
    Note.write(board, sam, uuid4(), "unsolved", "A reason of Sam's own.")
    go_to(first, "diagnosis_agree")
    reading = board.columns.get(key="unsolved").reading
    reading.call(sam, "strong")
    reading.call(joan, "partial")
    reading.show_calls()
    reading.say("Everything was tried once.")
    board.columns.get(key="non_linear").reading.call(sam, "none")
    go_to(first, "stakeholders_brainstorm")
    board = Board.objects.get(session=first, activity_key="stakeholders")
    name(board, sam, "Ambleford Council", "local_government", key=True)
    missing = {"not_in_the_room": True, "approached_by": "Grace, by letter"}
    name(board, joan, "Tenants’ group", "users_citizens", **missing)
    hidden = name(board, joan, "Hidden group", "users_citizens", not_in_the_room=True)
    Note.objects.filter(pk=hidden.pk).update(state="hidden")
    return first


def name(board: Board, by, text: str, column: str, **flags) -> Note:
    note = Note.write(board, by, uuid4(), column, text)
    Stakeholder.objects.filter(note=note).update(**flags)
    return note


@pytest.fixture
def at(desk):
    """The page of a session at one of its doors: `at(session, "screen")`."""

    def ask(session: Session, door: str) -> str:
        place = session.participants.filter(name="Ola").first() or joined(session, "Ola")
        desk.cookies[f"place-{session.pk}"] = place.add_device()
        key = session.screen_token if door == "screen" else session.code
        answer = desk.get(f"/{DOORS[door]}/{key}/")
        assert answer.status_code == 200
        return answer.content.decode()

    return ask


@pytest.fixture
def doors(stages, at):
    """What stage 2's welcome says at each door."""
    go_to(stages[1], "welcome")
    return lambda door: at(stages[1], door)


def test_the_welcome_of_stage_two_looks_back_at_every_door(held, doors):
    for door in DOORS:
        html = doors(door)
        assert "Looking back at stage 1" in html
        assert "Everything was tried once." in html
        assert ("Strong match: 1, Partial match: 1" in html) == (door != "screen")
        assert "Ambleford Council" in html
        assert "Tenants’ group" in html


def test_it_tells_nothing_private(held, doors):
    for door in DOORS:
        html = doors(door)
        assert "Looking back at stage 1" in html
        told = [private for private in PRIVATE if private in html]
        assert told == [], door


def test_notes_that_nobody_opened_stay_closed(held, stages, doors):
    sealed = Note.objects.get(text="Ambleford Council")
    Note.objects.filter(pk=sealed.pk).update(state="sealed")

    assert "Ambleford Council" not in doors("place")


def test_the_first_session_has_nothing_to_look_back_on(stages, at):
    first, _second = stages
    go_to(first, "welcome")

    assert [door for door in DOORS if "ook back" in at(first, door)] == []


def test_where_stage_one_was_not_held_the_facilitator_hears_why(doors):
    assert "has not been held" in doors("console")
    assert "has not been held" not in doors("place")


def invitations(desk, session: Session) -> str:
    address = f"/workshops/{session.workshop_id}/sessions/{session.pk}/invite/"
    return desk.get(address).content.decode()


def test_the_missing_voices_are_to_be_invited_to_stage_two(held, stages, desk):
    html = invitations(desk, stages[1])

    assert "Voices that were missing" in html
    assert "Tenants’ group" in html
    assert "Users and citizens" in html
    assert "Grace, by letter" in html
    assert "Ambleford Council" not in html
    assert "Hidden group" not in html


def test_where_nobody_will_approach_one_the_list_says_so(held, stages, desk):
    Stakeholder.objects.update(approached_by="")

    assert "Nobody will approach them yet." in invitations(desk, stages[1])


def test_without_missing_voices_the_list_says_so_in_words(held, stages, desk):
    assert "Voices that were missing" not in invitations(desk, stages[0])
    Stakeholder.objects.update(not_in_the_room=False)
    assert "Nobody was marked as missing in stage 1." in invitations(desk, stages[1])


def test_before_stage_one_the_list_says_so_in_words(stages, desk):
    assert "Stage 1 has not been held yet." in invitations(desk, stages[1])


def test_a_session_moved_before_the_other_follows_nothing(held, stages):
    first, second = stages
    second.starts_at = first.starts_at - timedelta(days=1)
    second.save()

    from workshops.look_back import held_before

    assert held_before(second) == []
