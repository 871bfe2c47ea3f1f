"""What facilitators show on the room's screen, and what the screen never shows."""

import pytest
from django.test import Client

from tests.workshops.running import change, press, pressed_on_now
from workshops.models import Participant, Session


@pytest.fixture
def priya(session) -> Participant:
    return session.participants.create(
        name="Priya",
        organisation="Tenants’ group",
        category="users_citizens",
        agrees_to_keeping=True,
    )


@pytest.fixture
def writing(session, desk):
    """The session in its write step."""
    press(desk, session, "start/")
    while session.current_step().key != "diagnosis_write":
        pressed_on_now(desk, session, "next")
    session.refresh_from_db()
    return session


def screen(session) -> str:
    return Client().get(f"/screen/{session.screen_token}/").content.decode()


def pushed(session, key: str) -> str:
    return change(session, key, "screen").html


def test_the_lobby_shows_the_code_the_names_and_the_agenda(session, priya):
    page = screen(session)
    assert f"{session.code[:3]} {session.code[3:]}" in page
    assert "Priya" in page
    assert "Diagnosis: is our system complex?" in page
    assert "Everyone’s view counts equally." in page


def test_the_screen_never_says_where_someone_speaks_from(session, priya, desk):
    priya.name = "Sunita"
    priya.save()
    press(desk, session, "on-screen/show-names/")
    for shown in (screen(session), pushed(session, "names")):
        assert "Sunita" in shown
        assert "Users and citizens" not in shown
        assert "Tenants’ group" not in shown


def test_a_number_can_stand_for_the_names(session, priya, desk):
    press(desk, session, "on-screen/hide-names/")
    session.refresh_from_db()
    for shown in (screen(session), pushed(session, "names")):
        assert "Priya" not in shown
        assert "<b>1</b>" in shown
    press(desk, session, "on-screen/show-names/")
    assert "Priya" in pushed(session, "names")


def test_a_blanked_screen_says_one_sentence_until_it_is_shown_again(writing, desk):
    press(desk, writing, "on-screen/blank/")
    assert "A short pause." in pushed(writing, "cover")
    assert "A short pause." in screen(writing)
    press(desk, writing, "on-screen/show/")
    assert "A short pause." not in pushed(writing, "cover")
    assert "A short pause." not in screen(writing)


def test_a_blanked_screen_holds_nothing_of_the_step(writing, desk):
    assert "1 Ill-defined" in screen(writing)
    press(desk, writing, "on-screen/blank/")
    assert "Ill-defined" not in screen(writing)
    press(desk, writing, "on-screen/show/")
    assert "1 Ill-defined" in screen(writing)


def test_a_break_is_offered_and_ended_with_one_press(writing, desk):
    pressed_on_now(desk, writing, "offer-break")
    writing.refresh_from_db()
    assert writing.current_step().state == "paused"
    assert (writing.board_locked, writing.screen_blank) == (True, True)
    pressed_on_now(desk, writing, "end-break")
    writing.refresh_from_db()
    assert writing.current_step().state == "active"
    assert (writing.board_locked, writing.screen_blank) == (False, False)


def test_the_join_code_can_be_hidden_and_shown(writing, desk):
    spaced = f"{writing.code[:3]} {writing.code[3:]}"
    assert spaced in screen(writing)
    press(desk, writing, "on-screen/hide-code/")
    assert spaced not in pushed(writing, "join-code")
    assert spaced not in screen(writing)
    press(desk, writing, "on-screen/show-code/")
    assert spaced in pushed(writing, "join-code")


def test_a_question_stands_on_the_screen_until_it_is_taken_off(writing, desk):
    press(desk, writing, "on-screen/ask/", question="unpredictable")
    asked = "Which result of past work surprised us most"
    assert asked in pushed(writing, "question")
    assert asked in screen(writing)
    press(desk, writing, "on-screen/ask/", question="")
    assert asked not in pushed(writing, "question")


def test_the_next_step_takes_the_question_off(writing, desk):
    press(desk, writing, "on-screen/ask/", question="unpredictable")
    pressed_on_now(desk, writing, "next")
    assert "surprised us most" not in pushed(writing, "question")


def test_a_question_that_the_step_does_not_have_is_refused(writing, desk):
    answer = press(desk, writing, "on-screen/ask/", question="anything")
    assert answer.json()["error"] == "There is no such question in this step."


def test_in_the_lobby_there_is_nothing_to_ask(session, desk):
    answer = press(desk, session, "on-screen/ask/", question="unpredictable")
    assert answer.status_code == 409


def test_what_is_shown_on_the_screen_goes_to_screens_only(writing, desk):
    press(desk, writing, "on-screen/blank/")
    press(desk, writing, "on-screen/ask/", question="unpredictable")
    for key in ("cover", "question", "names"):
        for audience in ("all", "participants", "facilitators"):
            assert change(writing, key, audience) is None


def test_names_just_taken_off_the_screen_stay_off_when_the_next_person_joins(session, priya):
    read_before = Session.objects.get(pk=session.pk)
    session.name_people(False)
    facts = {"category": "not_said", "agrees_to_keeping": True}
    Participant.join(read_before, name="Tom", **facts)
    assert "Tom" not in pushed(session, "names")
    assert "Priya" not in pushed(session, "names")


def test_a_code_just_taken_off_the_screen_stays_off_when_joining_opens(session, grace):
    read_before = Session.objects.get(pk=session.pk)
    session.hide_code(True)
    read_before.lock_joining(grace, False)
    assert f"{session.code[:3]} {session.code[3:]}" not in pushed(session, "join-code")


def test_a_code_of_a_locked_door_stays_off_the_screen(session, grace):
    read_before = Session.objects.get(pk=session.pk)
    session.lock_joining(grace, True)
    read_before.hide_code(False)
    assert f"{session.code[:3]} {session.code[3:]}" not in pushed(session, "join-code")
