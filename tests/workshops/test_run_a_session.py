"""Running a session: start, next, back, pause, more time, skip, end."""

from datetime import timedelta
from uuid import uuid4

import pytest

from live.rooms import position
from tests.workshops.running import press, pressed_on_now, seq
from workshops.models import Session
from workshops.models.step import LEAST_ON_RETURN, State
from workshops.runsheet import runsheet_context


@pytest.fixture
def later(settings, tmp_path):
    """Let the server's clock be this many minutes later."""
    settings.TESTING, settings.DATA_DIR = True, tmp_path
    return lambda minutes: (tmp_path / "clock-offset").write_text(str(minutes * 60))


@pytest.fixture
def running(session, desk):
    """The session after Start, in its first step."""
    assert press(desk, session, "start/").status_code == 200
    session.refresh_from_db()
    return session


def left(session) -> timedelta:
    return session.current_step().time_left()


def test_start_leaves_the_lobby_and_gives_the_controls_to_who_pressed_it(session, desk, grace):
    assert session.current_step() is None
    press(desk, session, "start/")
    session.refresh_from_db()
    assert session.current_step().key == "welcome"
    assert session.holder.user == grace


def test_start_pressed_by_two_people_starts_once(running, desk):
    answer = press(desk, running, "start/")
    assert (answer.status_code, answer.json()["error"]) == (
        409,
        "The workshop has started already.",
    )


def test_next_pressed_twice_on_the_same_step_moves_one_step(running, desk):
    first = running.current_step().pk
    assert press(desk, running, "control/next/", step=first).status_code == 200
    again = press(desk, running, "control/next/", step=first)
    assert again.status_code == 409
    assert running.current_step().key == "diagnosis_intro"


def test_next_sent_again_after_a_lost_answer_gives_the_same_answer(running, desk):
    fields = {"step": running.current_step().pk, "operation": str(uuid4())}
    first = press(desk, running, "control/next/", **fields)
    again = press(desk, running, "control/next/", **fields)
    assert again.json() == first.json()
    assert running.current_step().key == "diagnosis_intro"


def test_next_as_a_plain_form_comes_back_to_the_console(running, desk):
    step = running.current_step().pk
    answer = desk.post(f"/run/{running.code}/control/next/", {"step": step})
    assert (answer.status_code, answer["Location"]) == (303, f"/run/{running.code}/")


def test_after_the_last_step_next_says_how_to_end(running, desk):
    while running.next_planned():
        pressed_on_now(desk, running, "next")
    answer = pressed_on_now(desk, running, "next")
    assert answer.json()["error"] == "This was the last step. End the workshop when you are ready."


def test_back_resumes_the_earlier_step_with_what_was_left(running, desk, later):
    later(4)
    pressed_on_now(desk, running, "next")
    pressed_on_now(desk, running, "back")
    assert running.current_step().key == "welcome"
    assert timedelta(minutes=5) < left(running) <= timedelta(minutes=6)


def test_back_gives_at_least_two_minutes(running, desk, later):
    later(15)
    pressed_on_now(desk, running, "next")
    pressed_on_now(desk, running, "back")
    assert timedelta(0) < LEAST_ON_RETURN - left(running) < timedelta(seconds=10)


def test_the_step_that_back_leaves_is_planned_again_with_all_its_time(running, desk):
    pressed_on_now(desk, running, "next")
    step = running.current_step()
    pressed_on_now(desk, running, "back")
    step.refresh_from_db()
    assert (step.state, step.time_left()) == (State.PLANNED, step.planned)


def test_back_from_the_first_step_stays_and_says_so(running, desk):
    assert pressed_on_now(desk, running, "back").json()["error"] == "This is the first step."


def test_pause_stops_the_clock_and_carry_on_starts_it_again(running, desk, later):
    pressed_on_now(desk, running, "pause")
    paused_with = left(running)
    later(5)
    assert left(running) == paused_with
    pressed_on_now(desk, running, "carry-on")
    assert paused_with - left(running) < timedelta(seconds=10)


def test_a_pause_is_not_counted_as_time_taken(running, desk, later):
    later(3)
    pressed_on_now(desk, running, "pause")
    later(8)
    pressed_on_now(desk, running, "carry-on")
    later(10)
    taken = running.current_step().taken()
    assert timedelta(minutes=5) <= taken < timedelta(minutes=5, seconds=10)


def test_the_time_of_a_step_is_the_sum_of_its_intervals(running, desk, later):
    later(3)
    pressed_on_now(desk, running, "next")
    later(5)
    pressed_on_now(desk, running, "back")
    later(6)
    pressed_on_now(desk, running, "next")
    taken = running.steps.get(key="welcome").taken()
    assert timedelta(minutes=4) <= taken < timedelta(minutes=4, seconds=10)


@pytest.mark.parametrize("minutes", [2, 5])
def test_more_minutes_lengthen_the_step_and_its_clock(running, desk, minutes):
    before = left(running)
    pressed_on_now(desk, running, "add", minutes=minutes)
    step = running.current_step()
    assert step.length == step.planned + timedelta(minutes=minutes)
    assert timedelta(minutes=minutes) - (left(running) - before) < timedelta(seconds=10)


def test_minutes_added_after_time_is_up_count_from_now(running, desk, later):
    later(30)
    pressed_on_now(desk, running, "add", minutes=2)
    assert timedelta(0) <= timedelta(minutes=2) - left(running) < timedelta(seconds=10)


def test_a_planned_step_can_be_left_out_and_put_back(running, desk):
    step = running.next_planned()
    press(desk, running, f"skip/{step.pk}/")
    assert running.next_planned().key == "diagnosis_write"
    press(desk, running, f"skip/{step.pk}/")
    assert running.next_planned() == step


def test_a_step_that_has_begun_cannot_be_left_out(running, desk):
    answer = press(desk, running, f"skip/{running.current_step().pk}/")
    assert answer.json()["error"] == "This step has begun. Use Next to leave it."


def test_the_clocks_buttons_make_nobodys_panel_anew(running, desk):
    before, timer = seq(running, "step"), seq(running, "timer")
    pressed_on_now(desk, running, "pause")
    pressed_on_now(desk, running, "carry-on")
    pressed_on_now(desk, running, "add", minutes=2)
    assert seq(running, "step") == before
    assert seq(running, "timer") > timer
    assert seq(running, "controls", "facilitators") > timer


def test_next_makes_everyones_panel_anew(running, desk):
    before = seq(running, "step")
    pressed_on_now(desk, running, "next")
    assert seq(running, "step") > before


def test_leaving_out_a_step_renews_panels_only_where_the_agenda_shows(running, desk):
    skipped = running.steps.get(key="close")
    before = seq(running, "step")
    press(desk, running, f"skip/{skipped.pk}/")
    shown = seq(running, "step")
    assert shown > before
    pressed_on_now(desk, running, "next")
    before = seq(running, "step")
    press(desk, running, f"skip/{skipped.pk}/")
    assert seq(running, "step") == before


def test_end_asks_first(running, desk):
    page = desk.get(f"/run/{running.code}/end/")
    assert "This cannot be undone." in page.content.decode()
    running.refresh_from_db()
    assert running.ended_at is None


def test_after_the_end_nothing_runs_and_it_is_in_the_log(running, desk):
    step = running.current_step().pk
    press(desk, running, "end/")
    running.refresh_from_db()
    assert running.ended_at is not None
    assert running.current_step() is None
    assert [entry.act for entry in running.log_entries.all()] == ["ended"]
    assert press(desk, running, "control/next/", step=step).status_code == 409


def test_the_console_of_an_ended_session_has_no_controls(running, desk):
    press(desk, running, "end/")
    page = desk.get(f"/run/{running.code}/").content.decode()
    assert "The workshop has ended" in page
    assert "control/next/" not in page


def test_a_control_without_its_step_is_out_of_date(running, desk):
    answer = press(desk, running, "control/next/", step="soon")
    assert answer.json()["error"] == "This form is out of date. Load the page again."


def test_a_step_that_back_left_starts_on_the_run_sheet_after_the_one_that_runs(running, desk):
    pressed_on_now(desk, running, "next")
    pressed_on_now(desk, running, "back")
    starts = {step.key: clock for step, clock in running.timetable().times}
    assert starts["diagnosis_intro"] - starts["welcome"] > timedelta(minutes=1)


def test_the_run_sheet_says_what_a_step_took_and_how_late_we_are(running, desk, later):
    running.starts_at = running.started_at
    running.save()
    later(13)
    pressed_on_now(desk, running, "next")
    context = runsheet_context(running)
    first, second = context["lines"][:2]
    assert (first.took, first.over, second.took) == (13, 3, None)
    assert context["behind"] == 3
    assert context["would_end"] - running.planned_end() > timedelta(minutes=2, seconds=50)


def test_a_workshop_that_ended_in_the_lobby_does_not_start(session, desk):
    assert press(desk, session, "end/").status_code == 200
    answer = press(desk, session, "start/")
    assert (answer.status_code, answer.json()["error"]) == (409, "This workshop has ended.")
    assert session.current_step() is None


@pytest.mark.parametrize("address", ["", "controls/"])
def test_a_page_asked_for_at_the_moment_of_the_end_shows_the_end(
    running, desk, grace, monkeypatch, address
):
    def ended_in_between(room_key):
        Session.objects.get(pk=running.pk).end(grace.facilitating.get())
        return position(room_key)

    monkeypatch.setattr("workshops.views.page.position", ended_in_between)
    monkeypatch.setattr("workshops.views.console.position", ended_in_between)
    page = desk.get(f"/run/{running.code}/{address}").content.decode()
    assert "The workshop has ended" in page


def test_moving_on_ends_a_break_that_was_offered(session, desk):
    press(desk, session, "start/")
    pressed_on_now(desk, session, "offer-break")
    session.refresh_from_db()
    assert (session.board_locked, session.screen_blank) == (True, True)

    pressed_on_now(desk, session, "next")

    session.refresh_from_db()
    assert (session.board_locked, session.screen_blank) == (False, False)
