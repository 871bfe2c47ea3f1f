"""One indicator at a time, in the facilitator's order; one that does not fit is set aside."""

import pytest

from boards.activities import BoardActivity
from boards.controls import controls_context
from indicators.models import Indicator
from indicators.reading.activity import Reading
from indicators.reading.panel import panel_context
from workshops.models import LogEntry
from workshops.refusals import Conflict, NotFit


@pytest.fixture
def transactional_db(db):
    """Nobody else looks on: what a test does is rolled back, which is faster."""


def sign(room, key: str) -> Indicator:
    return Indicator.of(room.session.workshop).get(key=key)


def shown(room) -> dict:
    return panel_context(room.session.current_step(), room.grace)


def keys(room) -> list[str]:
    return [column.key for column in shown(room)["columns"]]


def page(place, who) -> str:
    return place(who, "", "get", json=False).content.decode()


def test_the_room_begins_with_the_first_and_goes_on_with_one_press(room):
    assert shown(room)["room_on"].key == "local_need"
    assert shown(room)["to_come"].key == "clear_outcomes"
    room.session.look_at("clear_outcomes")
    assert shown(room)["room_on"].key == "clear_outcomes"
    room.session.look_at("trauma_informed_workforce")
    assert shown(room)["to_come"] is None


def test_the_room_stays_on_one_that_is_set_aside_and_begins_after_it_the_next_time(room):
    sign(room, "local_need").set_aside(room.grace, "Decided elsewhere.")
    room.session.refresh_from_db()
    assert shown(room)["room_on"].key == "local_need"
    room.go_to("indicators_add")
    room.session.go_back(room.session.current_step().pk)
    assert shown(room)["room_on"].key == "clear_outcomes"


def test_whoever_reads_ahead_is_told_where_the_room_is(room, sam, place):
    room.session.look_at("shared_responsibility")
    text = page(place, sam)
    assert text.count("The room is on this one.") == 2  # the card, and again without scripts
    assert text.count("The room is on 4.") == 18
    assert "Indicator 10 of 10." in text


def test_one_set_aside_is_passed_over_and_everyone_reads_why(room, sam, place):
    sign(room, "clear_outcomes").set_aside(room.grace, "  Decided elsewhere.  ")
    assert shown(room)["to_come"].key == "shared_success"
    assert "Decided elsewhere." in page(place, sam)
    entry = LogEntry.objects.get(act="set-an-indicator-aside")
    assert (entry.user, entry.detail) == (room.grace.user, "Outcomes set by lived experience")
    sign(room, "clear_outcomes").bring_back(room.grace)
    assert shown(room)["to_come"].key == "clear_outcomes"
    assert "Decided elsewhere." not in page(place, sam)
    assert LogEntry.objects.filter(act="brought-an-indicator-back").count() == 1


def test_without_a_reason_or_twice_nothing_is_set_aside(room):
    with pytest.raises(NotFit, match="Say in a few words why"):
        sign(room, "local_need").set_aside(room.grace, " \n")
    with pytest.raises(NotFit, match="too long by 20"):
        sign(room, "local_need").set_aside(room.grace, "x" * 300)
    with pytest.raises(Conflict, match="among the others"):
        sign(room, "local_need").bring_back(room.grace)
    sign(room, "local_need").set_aside(room.grace, "Not ours.")
    with pytest.raises(Conflict, match="already"):
        sign(room, "local_need").set_aside(room.grace, "Other words.")
    assert sign(room, "local_need").set_aside_because == "Not ours."


def test_what_is_being_written_for_one_set_aside_is_kept(room, sam):
    sign(room, "local_need").set_aside(room.grace, "Not ours.")
    assert room.write(sam, "But we do it.", "local_need").state == "shown"


def test_another_order_keeps_every_number(room):
    sign(room, "shared_success").move(room.grace, earlier=True)
    assert keys(room)[:4] == [
        "local_need",
        "shared_success",
        "clear_outcomes",
        "shared_responsibility",
    ]
    assert [column.position for column in shown(room)["columns"]][:4] == [1, 3, 2, 4]
    assert shown(room)["to_come"].key == "shared_success"
    sign(room, "shared_success").move(room.grace, earlier=False)
    assert keys(room)[1:3] == ["clear_outcomes", "shared_success"]


def test_at_either_end_the_order_stays(room):
    before = keys(room)
    sign(room, before[0]).move(room.grace, earlier=True)
    sign(room, before[-1]).move(room.grace, earlier=False)
    assert keys(room) == before


def test_one_that_was_merged_stays_while_something_is_written_there(room, sam):
    room.write(sam, "Written before.", "data_sharing")
    into = sign(room, "local_need")
    Indicator.objects.filter(key__in=["data_sharing", "learning_culture"]).update(merged_into=into)
    assert "data_sharing" in keys(room)
    assert "learning_culture" not in keys(room)
    with pytest.raises(Conflict, match="a part of another"):
        sign(room, "data_sharing").set_aside(room.grace, "Not ours.")


def test_everyone_may_see_a_note_differently_while_people_write(room, sam, joan, place):
    note = room.write(joan, "All is well.", "local_need")
    menu = place(sam, f"notes/{note.pk}/?part=menu", "get", json=False).content.decode()
    assert "How do you see it?" in menu
    own = place(joan, f"notes/{note.pk}/?part=menu", "get", json=False).content.decode()
    assert "How do you see it?" not in own
    assert 'data-differ="yes"' in page(place, sam)


def test_on_other_boards_nobody_sees_differently_while_people_write(room, sam, joan, monkeypatch):
    note = room.write(joan, "All is well.", "local_need")
    assert controls_context(note, sam)["may_differ"] is True
    monkeypatch.setattr(Reading, "may_differ", BoardActivity.may_differ)
    assert controls_context(note, sam)["may_differ"] is False


def test_after_the_end_nothing_is_set_aside(room):
    room.session.end(room.grace.facilitator)
    with pytest.raises(Conflict, match="has ended"):
        sign(room, "local_need").set_aside(room.grace, "Not ours.")
