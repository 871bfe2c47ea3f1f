"""Two questions at the close: answered once by each, changeable till the end, seen by nobody."""

import pytest
from django.test import Client

from debrief.snapshot import snapshot_of
from live.rooms import position
from tests.workshops.running import press, pressed_on_now
from workshops.models import Participant, PulseAnswer


@pytest.fixture
def closing(session, desk):
    """The session in its last step."""
    press(desk, session, "start/")
    while session.current_step().key != "close":
        session.go_on(session.current_step().pk)
    return session


@pytest.fixture
def people(session) -> list[Client]:
    """Four people’s own browsers."""
    return [browser(session, name) for name in ("Priya", "Sam", "Tom", "Joan")]


def browser(session, name: str) -> Client:
    facts = {"category": "users_citizens", "agrees_to_keeping": True}
    _, token = Participant.join(session, name=name, **facts)
    client = Client()
    client.cookies[f"place-{session.pk}"] = token
    return client


def answer(client: Client, session, **fields):
    return client.post(f"/s/{session.code}/pulse/", fields, headers={"accept": "application/json"})


def rows(session) -> list[tuple[str, str]]:
    return sorted(session.pulse_answers.values_list("question", "answer"))


def told(session) -> dict[str, list[int] | None]:
    """What the report counts, by question."""
    return {
        each["label"]: each["counts"] and [count["people"] for count in each["counts"]]
        for part in snapshot_of(session.workshop)[0]["pulse"]
        for each in part["questions"]
    }


def test_each_person_has_one_answer_to_each_question_and_may_change_it(closing, people):
    answer(people[0], closing, heard="yes", different="maybe")
    answer(people[0], closing, heard="no")
    answer(people[1], closing, heard="yes")
    assert rows(closing) == [("different", "maybe"), ("heard", "no"), ("heard", "yes")]


def test_a_skipped_question_has_no_answer(closing, people):
    answer(people[0], closing, heard="yes", different="no")
    answer(people[0], closing, heard="")
    assert rows(closing) == [("different", "no")]


def test_an_answer_that_is_not_offered_is_refused(closing, people):
    assert answer(people[0], closing, heard="splendid").status_code == 422
    assert rows(closing) == []


def test_ones_own_page_shows_what_one_answered_without_scripts(closing, people):
    response = people[0].post(f"/s/{closing.code}/pulse/", {"heard": "partly"})
    assert (response.status_code, response["Location"]) == (303, f"/s/{closing.code}/")
    page = people[0].get(f"/s/{closing.code}/").content.decode()
    assert 'id="pulse-heard-partly" value="partly" checked' in page
    assert " checked" not in people[1].get(f"/s/{closing.code}/").content.decode()


def test_it_is_asked_in_the_last_step_and_not_before(session, desk, people):
    press(desk, session, "start/")
    refused = answer(people[0], session, heard="yes")
    assert refused.json()["error"] == "The two questions are asked in the last step."
    assert rows(session) == []


def test_after_the_end_no_answer_changes(closing, people, desk):
    answer(people[0], closing, heard="yes")
    press(desk, closing, "end/")
    for person in people[:2]:
        refused = answer(person, closing, heard="no")
        assert refused.status_code == 409
        assert refused.json()["error"].startswith("The workshop has ended.")
    assert rows(closing) == [("heard", "yes")]


def test_an_answer_goes_to_nobody(closing, people, desk):
    before = position(closing.room_key)
    answer(people[0], closing, heard="partly", different="maybe")
    assert position(closing.room_key) == before  # nothing is pushed, not even that one is in
    for page in (
        desk.get(f"/run/{closing.code}/"),
        people[1].get(f"/s/{closing.code}/"),
        Client().get(f"/screen/{closing.screen_token}/"),
    ):
        assert " checked" not in page.content.decode().split('id="pulse-name"')[-1]
    assert told(closing) == {}


def test_at_the_end_whose_answer_it_was_is_forgotten(closing, people, desk):
    for person, heard in zip(people, ("no", "yes", "partly", "yes"), strict=True):
        answer(person, closing, heard=heard)
    press(desk, closing, "end/")
    left = PulseAnswer.objects.order_by("pk")
    assert {each.participant for each in left} == {None}
    assert [each.answer for each in left] == ["no", "partly", "yes", "yes"]  # no order of time


def test_the_report_counts_what_three_or_more_answered(closing, people, desk):
    for person in people:
        answer(person, closing, heard="yes" if person is not people[2] else "partly")
    for person in people[:2]:
        answer(person, closing, different="no")
    press(desk, closing, "end/")
    assert told(closing) == {
        "Could you say what needed saying?": [3, 1, 0],
        "Will you do something differently because of today?": None,
    }


def test_a_report_made_while_the_session_runs_counts_nothing(closing, people):
    for person in people:
        answer(person, closing, heard="yes")
    assert told(closing) == {}


def test_a_question_that_two_answered_reads_as_one_that_nobody_did(closing, people, desk):
    for person in people[:2]:
        answer(person, closing, heard="yes")
    press(desk, closing, "end/")
    heard, different = snapshot_of(closing.workshop)[0]["pulse"][0]["questions"]
    assert {**heard, "label": ""} == {**different, "label": ""}


def test_back_and_forth_between_steps_keeps_the_answers(closing, people, desk):
    answer(people[0], closing, heard="yes")
    pressed_on_now(desk, closing, "back")
    pressed_on_now(desk, closing, "next")
    assert rows(closing) == [("heard", "yes")]
