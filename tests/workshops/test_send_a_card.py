"""A facilitator sends a prompt card to the screen, to all phones, to both, and takes it off."""

import pytest
from django.test import Client

from tests.workshops.running import change, press, pressed_on_now
from workshops.models import Participant, SentCard

POOL, SAFE = "risk_cards-pool_the_risk", "risk_cards-safe_to_fail"
ASKS = "Which risk is too big for one of us and fair if shared?"


@pytest.fixture
def running(session, desk):
    press(desk, session, "start/")
    return session


@pytest.fixture
def phone(session) -> Client:
    """Priya’s phone."""
    facts = {"category": "users_citizens", "agrees_to_keeping": True}
    _, token = Participant.join(session, name="Priya", **facts)
    client = Client()
    client.cookies[f"place-{session.pk}"] = token
    return client


def send(desk, session, card=POOL, place="everyone"):
    return press(desk, session, "cards/send/", card=card, place=place)


def take_off(desk, session, place="everyone"):
    return press(desk, session, "cards/take-off/", place=place)


def on_phones(session) -> str:
    return change(session, "card", "participants").html


def on_screen(session) -> str:
    return change(session, "question", "screen").html


def test_one_press_shows_a_card_on_the_screen_and_on_all_phones(running, desk):
    assert send(desk, running).status_code == 200
    for html in (on_phones(running), on_screen(running)):
        assert "Pool the risk" in html
        assert "sharing risk among partners" in html
        assert ASKS in html
        assert "From: Local Health Systems: Relationships not structures, 2022." in html


@pytest.mark.parametrize(
    ("place", "phones", "screen"), [("phones", True, False), ("screen", False, True)]
)
def test_a_card_goes_to_one_place_alone(running, desk, phone, place, phones, screen):
    send(desk, running, place=place)
    assert (ASKS in phone.get(f"/s/{running.code}/").content.decode()) == phones
    shown = Client().get(f"/screen/{running.screen_token}/").content.decode()
    assert (ASKS in shown) == screen


def test_whoever_comes_later_sees_the_card_that_is_there(running, desk, phone):
    send(desk, running)
    assert ASKS in phone.get(f"/s/{running.code}/").content.decode()
    assert ASKS in Client().get(f"/screen/{running.screen_token}/").content.decode()


def test_a_card_is_taken_off_everywhere_or_in_one_place(running, desk, phone):
    send(desk, running)
    take_off(desk, running, "screen")
    assert ASKS not in on_screen(running)
    assert ASKS in on_phones(running)
    take_off(desk, running)
    assert ASKS not in on_phones(running)
    assert ASKS not in phone.get(f"/s/{running.code}/").content.decode()


def test_another_card_takes_the_place_of_the_one_before_it_there_alone(running, desk):
    send(desk, running)
    send(desk, running, SAFE, "screen")
    assert "Safe to fail" in on_screen(running)
    assert "Pool the risk" not in on_screen(running)
    assert "Pool the risk" in on_phones(running)


def test_the_same_card_sent_again_is_one_showing(running, desk):
    send(desk, running)
    send(desk, running)
    assert SentCard.objects.count() == 2  # the screen and the phones


def test_a_question_and_a_card_are_never_on_the_screen_together(running, desk):
    while running.current_step().key != "diagnosis_write":
        pressed_on_now(desk, running, "next")
    send(desk, running)
    press(desk, running, "on-screen/ask/", question="unpredictable")
    assert "Pool the risk" not in on_screen(running)
    assert "surprised us most" in on_screen(running)
    assert "Pool the risk" in on_phones(running)
    send(desk, running, place="screen")
    assert "surprised us most" not in on_screen(running)
    running.refresh_from_db()
    assert running.screen_question == ""


@pytest.mark.parametrize("moved", ["next", "back"])
def test_a_card_goes_with_the_step_it_was_shown_in(running, desk, moved):
    pressed_on_now(desk, running, "next")
    send(desk, running)
    pressed_on_now(desk, running, moved)
    assert not running.cards_on_view().exists()
    assert ASKS not in on_phones(running)
    assert ASKS not in on_screen(running)


def test_a_card_may_be_sent_in_the_lobby_and_goes_when_the_room_starts(session, desk):
    assert send(desk, session, "system_features-purpose").status_code == 200
    assert "belongs to the whole" in on_screen(session)
    press(desk, session, "start/")
    assert "belongs to the whole" not in on_screen(session)


def test_after_the_end_no_card_is_shown_or_sent(running, desk):
    send(desk, running)
    press(desk, running, "end/")
    assert ASKS not in on_phones(running)
    assert send(desk, running).status_code == 409
    assert not running.cards_on_view().exists()


@pytest.mark.parametrize(
    ("card", "place", "sentence"),
    [
        ("risk_cards-luck", "screen", "There is no such card."),
        (POOL, "the_moon", "Choose the screen, all phones, or both."),
        (POOL, "", "Choose the screen, all phones, or both."),
    ],
)
def test_what_cannot_be_sent_is_said(running, desk, card, place, sentence):
    answer = send(desk, running, card, place)
    assert (answer.status_code, answer.json()["error"]) == (422, sentence)
    assert not SentCard.objects.exists()


def test_a_card_goes_to_its_own_audience_alone(running, desk):
    send(desk, running)
    for audience in ("all", "screen", "facilitators"):
        assert change(running, "card", audience) is None
    for audience in ("all", "participants", "facilitators"):
        assert change(running, "question", audience) is None


def test_what_was_shown_is_kept_with_its_step_and_its_place(running, desk):
    send(desk, running, place="phones")
    take_off(desk, running)
    row = SentCard.objects.get()
    assert (row.card, row.place, row.step) == (POOL, "phones", running.current_step())
    assert row.taken_off_at >= row.sent_at


def test_the_console_offers_a_card_for_the_step_and_all_the_others(running, desk):
    page = desk.get(f"/run/{running.code}/").content.decode()
    assert "While people join" in page
    assert ">Purpose</h3>" in page
    assert page.count("data-card>") == 51  # every card, and another that fits


def test_what_was_shown_is_not_the_one_that_is_offered_next(running, desk):
    send(desk, running, "system_features-purpose")
    page = desk.get(f"/run/{running.code}/cards/").content.decode()
    assert "is on the screen and on all phones." in page
    assert ">Every part has a function</h3>" in page


def test_a_card_can_be_looked_at_before_it_is_sent(running, desk):
    page = desk.get(f"/run/{running.code}/cards/{POOL}/").content.decode()
    assert ASKS in page
    assert page.count('name="place"') == 3
    assert desk.get(f"/run/{running.code}/cards/risk_cards-luck/").status_code == 404
