"""A browser that has lost its cookie, or holds another person's by now."""

from uuid import uuid4

import pytest
from django.test import Client

from boards.models import Note
from workshops.doors import cookie_of

JSON = {"accept": "application/json"}


def joined(session, name: str) -> Client:
    client = Client()
    facts = {"name": name, "category": "local_government", "agrees_to_keeping": True}
    client.post(f"/s/{session.code}/join/?link={session.link_token}", facts)
    return client


@pytest.fixture
def priya(session) -> Client:
    return joined(session, "Priya")


def step(session) -> str:
    return f"/s/{session.code}/step/"


def test_a_stranger_is_told_so_and_may_come_back(session, priya):
    del priya.cookies[cookie_of(session)]

    response = priya.get(step(session), headers=JSON)

    assert response.status_code == 401
    assert response.json() == {"error": "You are not in this workshop."}


def test_a_wrong_code_is_answered_as_a_right_one(session, priya):
    answers = [Client().get(f"/s/{code}/step/", headers=JSON) for code in ("ZZZZZZ", session.code)]

    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].content == answers[1].content


def test_whoever_wrote_it_is_let_in(session, priya):
    person = session.participants.get()

    assert (
        priya.get(step(session), headers={**JSON, "x-person": person.identity}).status_code == 200
    )


def test_words_of_one_person_do_not_go_out_as_anothers(session, priya):
    first = session.participants.get().identity
    other = joined(session, "Sam")

    response = other.post(
        f"/s/{session.code}/notes/{uuid4()}/",
        {"board": "diagnosis", "column": "unsolved", "text": "Mine, not Sam's."},
        headers={**JSON, "x-person": first},
    )

    assert response.status_code == 401
    assert not Note.objects.exists()
