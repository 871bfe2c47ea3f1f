"""Who is here: has written or not yet, away, and never how much."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from boards.models import Board, Note
from live.clock import now
from tests.workshops.running import change, press, pressed_on_now, seq
from workshops.doors import cookie_of
from workshops.models import Participant
from workshops.people_fragments import people_context, push_people
from workshops.presence import note_presence
from workshops.viewers import Viewer


def someone_called(name: str, session) -> Participant:
    person = session.participants.create(
        name=name, category="local_government", agrees_to_keeping=True
    )
    person.devices.create(token_hash=Participant.hash_of(name))
    return person


@pytest.fixture
def writing(session, desk):
    press(desk, session, "start/")
    while session.current_step().key != "diagnosis_write":
        pressed_on_now(desk, session, "next")
    session.refresh_from_db()
    return session


def write(session, person, text="Nobody owns it.") -> Note:
    viewer = Viewer("place", session.workshop, session, participant=person)
    board = Board.objects.get(session=session)
    return Note.write(board, viewer, uuid4(), "unsolved", text)


def look_around(session, *people) -> None:
    """What the server does every few seconds while these people are connected."""
    note_presence({session.room_key: frozenset(person.identity for person in people)})


def told(session) -> str:
    return change(session, "people", "facilitators").html


def test_whoever_has_not_written_is_named_to_facilitators_only(writing):
    joan, sam = someone_called("Joan", writing), someone_called("Sam", writing)
    write(writing, sam)
    context = people_context(writing)
    assert [(p.name, p.has_written) for p in context["people"]] == [("Joan", False), ("Sam", True)]
    assert context["quiet"] == [joan]
    look_around(writing, joan, sam)
    assert change(writing, "people", "all") is None
    assert "Not heard from yet:" in told(writing)


def test_the_first_note_changes_the_list_and_the_second_does_not(writing):
    sam = someone_called("Sam", writing)
    write(writing, sam)
    look_around(writing, sam)
    first = seq(writing, "people", "facilitators")
    assert "has written" in told(writing)
    write(writing, sam, "Each pilot ended.")
    look_around(writing, sam)
    assert seq(writing, "people", "facilitators") == first


def test_notes_entered_for_the_room_are_counted_as_the_rooms(writing, desk):
    sam = someone_called("Sam", writing)
    write(writing, sam)
    look_around(writing, sam)
    assert "on paper" not in told(writing)
    fields = {"board": "diagnosis", "column": "unsolved", "text": "Read out by Joan."}
    press(desk, writing, f"notes/{uuid4()}/", **fields)
    assert people_context(writing)["on_paper"] == 1
    look_around(writing, sam)
    assert "on paper" in told(writing)


def test_how_much_someone_wrote_is_not_told(writing):
    sam = someone_called("Sam", writing)
    write(writing, sam)
    push_people(writing)
    once = told(writing)
    for number in range(4):
        write(writing, sam, f"Another {number}.")
    push_people(writing)
    assert told(writing) == once


def test_in_a_step_without_writing_nobody_is_said_to_be_quiet(session, desk):
    press(desk, session, "start/")
    someone_called("Joan", session)
    context = people_context(session)
    assert [person.has_written for person in context["people"]] == [None]
    assert context["quiet"] == []


def test_someone_not_seen_for_a_while_is_away(writing):
    sam = someone_called("Sam", writing)
    Participant.objects.filter(pk=sam.pk).update(seen_at=now() - timedelta(seconds=100))
    context = people_context(writing)
    assert ([p.away_minutes for p in context["people"]], context["here"]) == ([1], 0)
    push_people(writing)
    assert "away 1 min" in told(writing)


def test_a_removed_person_is_not_in_the_list(writing):
    sam = someone_called("Sam", writing)
    Participant.objects.filter(pk=sam.pk).update(removed_at=now())
    assert people_context(writing)["people"] == []


@pytest.mark.django_db(transaction=True)
class TestPresence:
    def test_whoever_is_connected_is_here(self, writing, grace):
        sam, joan = someone_called("Sam", writing), someone_called("Joan", writing)
        long_ago = now() - timedelta(minutes=9)
        Participant.objects.update(seen_at=long_ago)
        note_presence({writing.room_key: frozenset({sam.identity, f"user:{grace.pk}"})})
        sam.refresh_from_db()
        joan.refresh_from_db()
        assert now() - sam.seen_at < timedelta(seconds=10)
        assert joan.seen_at == long_ago
        assert now() - writing.workshop.facilitators.get().seen_at < timedelta(seconds=10)
        assert "away 9 min" in told(writing)

    def test_nothing_is_pushed_while_nothing_changes(self, writing):
        sam = someone_called("Sam", writing)
        note_presence({writing.room_key: frozenset({sam.identity})})
        before = seq(writing, "people", "facilitators")
        note_presence({writing.room_key: frozenset({sam.identity})})
        assert seq(writing, "people", "facilitators") == before

    def test_someone_without_a_socket_is_seen_when_they_ask(self, writing):
        sam = someone_called("Sam", writing)
        Participant.objects.update(seen_at=now() - timedelta(minutes=9))
        browser = Client()
        browser.cookies[cookie_of(writing)] = "Sam"
        assert browser.get(f"/s/{writing.code}/step/").status_code == 200
        sam.refresh_from_db()
        assert now() - sam.seen_at < timedelta(seconds=10)


def test_whoever_can_only_ask_is_here_too_and_the_list_says_so(writing, desk, monkeypatch):
    sam = someone_called("Sam", writing)
    look_around(writing)
    away = now() - timedelta(minutes=5)
    Participant.objects.update(seen_at=away)
    look_around(writing)
    assert [person.away_minutes for person in people_context(writing)["people"]] == [5]
    before = seq(writing, "people", "facilitators")

    browser = Client()
    browser.cookies[cookie_of(writing)] = "Sam"
    asked = browser.get(f"/s/{writing.code}/changes", headers={"Accept": "application/json"})

    assert asked.status_code == 200
    assert [person.away_minutes for person in people_context(writing)["people"]] == [0]
    assert seq(writing, "people", "facilitators") > before
    sam.refresh_from_db()
    assert sam.seen_at > away


def test_a_facilitator_who_can_only_ask_is_here(writing, desk):
    writing.workshop.facilitators.update(seen_at=now() - timedelta(minutes=5))
    assert [each.is_here for each in people_context(writing)["facilitators"]] == [False]

    asked = desk.get(f"/run/{writing.code}/changes", headers={"Accept": "application/json"})

    assert asked.status_code == 200
    assert [each.is_here for each in people_context(writing)["facilitators"]] == [True]
