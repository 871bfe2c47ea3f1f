"""Calls stay blind until all are in or the facilitator shows them."""

from datetime import timedelta

import pytest

from live.clock import now
from workshops.models import Participant
from workshops.refusals import Conflict, NotFit


def html(room, reading) -> str:
    return room.change(reading.live_key).html


def test_before_all_are_in_only_how_many_is_told(room, reading, sam):
    reading.call(sam, "strong")
    assert "1 call is in." in html(room, reading)
    assert "Strong match" not in html(room, reading)


def test_when_all_are_in_the_counts_show_for_everyone(room, reading, sam, joan):
    reading.call(sam, "strong")
    reading.call(joan, "not_sure")
    assert reading.counts() == {"strong": 1, "partial": 0, "none": 0, "not_sure": 1}
    assert "Strong match" in html(room, reading)
    assert "Sam" not in html(room, reading)


def test_someone_not_seen_for_two_minutes_is_not_waited_for(room, reading, sam, joan):
    Participant.objects.filter(pk=joan.participant.pk).update(seen_at=now() - timedelta(minutes=3))
    reading.call(sam, "partial")
    assert "Partial match" in html(room, reading)


def test_a_call_can_be_changed_until_it_shows_and_counts_once(room, reading, sam, joan):
    reading.call(sam, "strong")
    reading.call(sam, "none")
    reading.call(joan, "none")
    assert reading.counts() == {"strong": 0, "partial": 0, "none": 2, "not_sure": 0}
    with pytest.raises(Conflict):
        reading.call(sam, "strong")
    assert reading.counts()["none"] == 2


def test_the_facilitator_may_show_what_is_in(room, reading, sam):
    reading.call(sam, "strong")
    reading.show_calls()
    assert "Strong match" in html(room, reading)


def test_a_call_is_one_of_four(reading, sam):
    with pytest.raises(NotFit):
        reading.call(sam, "very_strong")
    assert reading.calls.count() == 0


def test_a_closed_board_takes_no_call(room, reading, sam):
    room.session.lock_board(True)
    with pytest.raises(Conflict):
        reading.call(sam, "strong")


def test_a_participant_makes_a_call_and_shows_none(room, reading, sam, place):
    assert place(sam, "diagnosis/intractable/call/", call="partial").status_code == 200
    assert place(sam, "diagnosis/intractable/show/").status_code == 403
    assert reading.calls.get().call == "partial"


def test_the_place_holds_nobody_elses_call(room, reading, sam, joan, place):
    reading.call(joan, "strong")
    page = place(sam, "", "get").content.decode()
    assert " checked" not in page
    reading.call(sam, "none")
    assert "What we called" in place(sam, "", "get").content.decode()


def test_while_people_write_nobody_calls_yet(room, reading, sam):
    room.session.go_back(room.session.current_step().pk)
    with pytest.raises(Conflict, match="not yet"):
        reading.call(sam, "strong")
    assert reading.calls.count() == 0
