"""The server's clock is set while a step runs: facilitators are told, and may correct the step."""

import re
from datetime import timedelta

import pytest

from live.clock import now
from tests.workshops.running import change, press, pressed_on_now, seq
from workshops.clock import clock_was_set
from workshops.models import LogEntry
from workshops.models.step import State

TEN = timedelta(minutes=10)


@pytest.fixture
def clock(settings, tmp_path):
    """Set the server's clock: `clock(TEN)`; the rooms hear of it as from the watch."""
    settings.DATA_DIR = tmp_path

    def set_by(by: timedelta, session, noticed: int = 1) -> None:
        before = (now() - real()).total_seconds()
        (tmp_path / "clock-offset").write_text(str(before + by.total_seconds()))
        for _ in range(noticed):
            clock_was_set(by, [session.room_key])

    return set_by


def real():
    from django.utils import timezone

    return timezone.now()


@pytest.fixture
def running(session, desk, transactional_db):
    """A session on its first step, which takes ten minutes; four of them are over."""
    session.start(session.workshop.facilitators.get())
    session.refresh_from_db()
    step = session.current_step()
    step.ends_at = now() + timedelta(minutes=6)
    step.save()
    step.intervals.update(started_at=now() - timedelta(minutes=4))
    return session


def left(session) -> int:
    """The minutes left in the step, rounded: the test itself takes a moment."""
    return round(session.current_step().time_left().total_seconds() / 60)


def console(desk, session) -> str:
    return desk.get(f"/run/{session.code}/controls/").content.decode()


def test_the_console_reports_the_jump_and_one_press_keeps_what_was_left(running, desk, clock):
    before = seq(running, "controls", "facilitators")
    clock(TEN, running)
    assert left(running) == -4
    assert seq(running, "controls", "facilitators") > before
    assert "jumped ahead by 10 minutes" in console(desk, running)
    assert "Keep 6 minutes left" in console(desk, running)
    assert pressed_on_now(desk, running, "keep-time").status_code == 200
    assert left(running) == 6
    assert "jumped" not in console(desk, running)
    ends_at = running.current_step().ends_at.timestamp() * 1000
    told = re.search(r'data-ends-at="(\d+)"', change(running, "timer").html)
    assert int(told[1]) == pytest.approx(ends_at, abs=5)  # it is told as so much from now


def test_a_clock_that_was_set_back_is_told_and_corrected_as_well(running, desk, clock):
    clock(-TEN, running)
    assert left(running) == 16
    assert "jumped back by 10 minutes" in console(desk, running)
    pressed_on_now(desk, running, "keep-time")
    assert left(running) == 6


def test_leave_it_changes_no_time_and_takes_the_notice_away(running, desk, clock):
    clock(TEN, running)
    assert pressed_on_now(desk, running, "leave-time").status_code == 200
    assert left(running) == -4
    assert "jumped" not in console(desk, running)


def test_both_answers_are_kept_in_the_log(running, desk, clock):
    clock(TEN, running)
    pressed_on_now(desk, running, "keep-time")
    clock(-TEN, running)
    pressed_on_now(desk, running, "leave-time")
    kept = LogEntry.objects.filter(act__endswith="-the-time")
    assert list(kept.values_list("act", "detail", "user__username")) == [
        ("left-the-time", "-600 s", "grace"),
        ("kept-the-time", "+600 s", "grace"),
    ]


def test_pressed_twice_by_two_facilitators_the_step_is_corrected_once(running, desk, clock):
    clock(TEN, running)
    pressed_on_now(desk, running, "keep-time")
    pressed_on_now(desk, running, "keep-time")
    assert left(running) == 6
    assert LogEntry.objects.filter(act="kept-the-time").count() == 1


def test_two_processes_that_notice_the_same_jump_tell_it_once(running, desk, clock):
    clock(TEN, running, noticed=2)
    assert "ahead by 10 minutes" in console(desk, running)
    pressed_on_now(desk, running, "keep-time")
    assert left(running) == 6


def test_a_clock_that_is_set_right_again_leaves_nothing_to_ask(running, desk, clock):
    clock(TEN, running)
    clock(-TEN, running)
    assert "jumped" not in console(desk, running)
    assert left(running) == 6


def test_it_can_be_corrected_while_paused(running, desk, clock):
    clock(TEN, running)
    pressed_on_now(desk, running, "pause")
    assert "Keep 6 minutes left" in console(desk, running)
    pressed_on_now(desk, running, "keep-time")
    assert left(running) == 6
    assert running.current_step().state == State.PAUSED


def test_a_clock_that_is_set_in_a_pause_changes_nothing(running, desk, clock):
    pressed_on_now(desk, running, "pause")
    clock(TEN, running)
    assert "jumped" not in console(desk, running)
    pressed_on_now(desk, running, "carry-on")
    assert left(running) == 6


def test_the_minutes_a_step_took_stay_true_when_the_clock_is_set(running, clock):
    clock(TEN, running)
    assert round(running.current_step().taken().total_seconds() / 60) == 4


def test_adding_minutes_by_hand_answers_it_and_so_does_moving_on(running, desk, clock):
    clock(TEN, running)
    pressed_on_now(desk, running, "add", minutes=2)
    assert "jumped" not in console(desk, running)
    assert left(running) == 2
    clock(TEN, running)
    pressed_on_now(desk, running, "next")
    pressed_on_now(desk, running, "back")
    assert "jumped" not in console(desk, running)


def test_a_press_on_a_step_that_is_over_corrects_nothing(running, desk, clock):
    step = running.current_step().pk
    pressed_on_now(desk, running, "next")
    clock(TEN, running)
    before = left(running)
    assert press(desk, running, "control/keep-time/", step=step).status_code == 409
    assert left(running) == before
