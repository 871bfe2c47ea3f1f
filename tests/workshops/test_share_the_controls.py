"""Two facilitators, one set of controls."""

import pytest
from django.contrib.auth.models import User

from tests.workshops.conftest import signed_in
from tests.workshops.running import change, press, pressed_on_now


@pytest.fixture
def amir(workshop) -> User:
    """A co-facilitator."""
    user = User.objects.create_user("amir", "amir@demo.example", first_name="Amir")
    workshop.facilitators.create(user=user)
    return user


@pytest.fixture
def other_desk(amir):
    return signed_in(amir)


@pytest.fixture
def running(session, desk):
    press(desk, session, "start/")
    session.refresh_from_db()
    return session


def test_without_the_controls_next_is_refused(running, other_desk):
    answer = pressed_on_now(other_desk, running, "next")
    assert (answer.status_code, answer.json()["error"]) == (403, "That is not yours to do here.")
    assert running.current_step().key == "welcome"


def test_without_the_controls_the_console_offers_to_take_them(running, other_desk):
    page = other_desk.get(f"/run/{running.code}/").content.decode()
    assert "Only one of you has the controls: Grace." in page
    assert "Take the controls" in page
    assert "control/next/" not in page


def test_whoever_takes_the_controls_has_them_alone(running, desk, other_desk, amir):
    assert press(other_desk, running, "take-controls/").status_code == 200
    running.refresh_from_db()
    assert running.holder.user == amir
    assert pressed_on_now(desk, running, "next").status_code == 403
    assert pressed_on_now(other_desk, running, "next").status_code == 200


def test_taking_the_controls_is_said_to_both_and_kept(running, desk, other_desk):
    press(other_desk, running, "take-controls/")
    told = change(running, "people", "facilitators").html
    assert "Only one of you has the controls: Amir." in told
    for console in (desk, other_desk):
        sheet = console.get(f"/run/{running.code}/run-sheet/").content.decode()
        assert "Amir took the controls at" in sheet
    entry = running.log_entries.get()
    assert (entry.act, entry.user.first_name, entry.detail) == (
        "took-the-controls",
        "Amir",
        "Grace",
    )


def test_taking_controls_one_has_already_changes_nothing(running, desk):
    press(desk, running, "take-controls/")
    assert not running.log_entries.exists()


def test_the_controls_are_handed_over_on_a_page_of_its_own(running, desk, amir):
    page = desk.get(f"/run/{running.code}/hand-over/").content.decode()
    assert "Who takes over?" in page
    assert "Amir" in page
    seat = amir.facilitating.get()
    assert press(desk, running, "hand-over/", to=seat.pk).status_code == 200
    running.refresh_from_db()
    assert running.holder == seat
    assert running.log_entries.get().act == "handed-over"


def test_the_controls_are_not_handed_to_a_stranger(running, desk, amir, workshop):
    stranger = User.objects.create_user("eve")
    seat = (
        type(workshop)
        .objects.create(
            owner=stranger,
            content=workshop.content,
            policy_area="Another",
            use_case="local_convene",
        )
        .facilitators.create(user=stranger)
    )
    assert press(desk, running, "hand-over/", to=seat.pk).status_code == 404
    running.refresh_from_db()
    assert running.holder.user.first_name == "Grace"


def test_only_who_has_the_controls_may_hand_them_over(running, other_desk, amir):
    answer = press(other_desk, running, "hand-over/", to=amir.facilitating.get().pk)
    assert answer.status_code == 403


def test_an_observer_at_the_consoles_door_sees_the_screen(running, workshop, desk):
    user = User.objects.create_user("olive")
    workshop.observers.create(user=user)
    page = signed_in(user).get(f"/run/{running.code}/")
    assert next(t.name for t in page.templates) == "workshops/screen.html"
    assert signed_in(user).get(f"/run/{running.code}/run-sheet/").status_code == 403


@pytest.mark.parametrize("to", ["", "²", "9" * 40])
def test_controls_handed_to_no_one_in_particular_stay_where_they_are(running, desk, grace, to):
    assert press(desk, running, "hand-over/", to=to).status_code == 422
    running.refresh_from_db()
    assert running.holder.user == grace
