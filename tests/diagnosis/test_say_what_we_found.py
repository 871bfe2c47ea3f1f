"""One line on each description, written by the facilitator."""

import pytest

from workshops.refusals import NotFit


def test_the_line_is_shown_to_everyone(room, reading):
    reading.say("Past drives did not hold.")
    assert "Past drives did not hold." in room.change(reading.live_key).html


def test_an_empty_line_clears_it(room, reading):
    reading.say("Past drives did not hold.")
    reading.say("  ")
    assert "What we say" not in room.change(reading.live_key).html


def test_the_line_has_at_most_160_characters(reading):
    with pytest.raises(NotFit):
        reading.say("x" * 161)
    reading.refresh_from_db()
    assert reading.finding == ""


def test_a_participant_writes_no_finding(reading, sam, place):
    assert place(sam, "diagnosis/intractable/finding/", text="Mine").status_code == 403
    reading.refresh_from_db()
    assert reading.finding == ""
