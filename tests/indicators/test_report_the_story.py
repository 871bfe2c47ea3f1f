"""The report tells the story, its twist, the seats played by others and every response."""

import pytest
from django.template.loader import render_to_string

from debrief.snapshot import snapshot_of
from indicators.models import Response, Role
from indicators.models.scenario import Level
from tests.boards import conftest as boards
from tests.boards.conftest import joan, sam
from tests.indicators.story import STORY, StoryRoom
from workshops.refusals import Conflict

__all__ = ["joan", "sam"]


@pytest.fixture
def room(db, checked_content) -> StoryRoom:
    """A story that had its first round and its local one."""
    running = StoryRoom(boards.planned(checked_content))
    running.go_to("scenario_respond")
    running.tell()
    running.go_round("first")
    return running


@pytest.fixture
def first(room, sam) -> Response:
    found = room.first(sam, "Ask Kit for a list.", owner="Council")
    room.go_round("local")
    return found


def part_of(room, key: str) -> dict | None:
    data, _used = snapshot_of(room.session.workshop)
    return next((part["data"] for part in data["parts"] if part["key"] == key), None)


def rows(levels: list) -> list[dict]:
    return [row for level in levels for each in level["horizons"] for row in each["responses"]]


def test_each_response_says_what_it_was_its_owner_and_its_indicators(room, joan, first):
    first.keep(joan)
    more = {"instead_of": str(first.note_id), "ticks": ["partnership_working"]}
    room.respond(joan, "Sit with Kit.", "national-first_year", **more)
    part = part_of(room, "scenario")

    kept, changed = rows(part["levels"])
    firsts = rows(part["firsts"])
    assert [len(firsts), firsts[0]["owner"]] == [1, "Council"]
    assert kept["keeps"]["notes"] == changed["before"]["notes"] == [firsts[0]["note"]]
    assert changed["indicators"] == ["Working in partnership"]
    assert [level["number"] for level in part["levels"]] == [1, 1]
    assert part["is_true_before"] is False


def test_what_was_taken_back_is_quoted_nowhere(room, sam, joan, first):
    first.keep(joan)
    room.respond(joan, "Sit with Kit.", instead_of=str(first.note_id))
    first.note.take_back(sam)
    data, _used = snapshot_of(room.session.workshop)

    assert "Ask Kit" not in str(data)
    kept, changed = rows(part_of(room, "scenario")["levels"])
    assert [kept["keeps"]["notes"], changed["before"]["notes"]] == [[], []]
    assert data["notes"][kept["note"]]["text"] == "Taken back by its writer."


def test_a_twist_is_told_with_its_time_or_not_at_all(room):
    story = room.session.scenarios.get()
    assert STORY["twist"] not in str(part_of(room, "scenario"))
    story.show_twist(True)

    told = part_of(room, "scenario")["stories"][0]
    assert told["twist"] == STORY["twist"]
    assert told["twist_at"] == room.session.scenarios.get().twist_shown_at.isoformat()


def test_a_step_of_its_own_is_a_part_of_its_own(db, checked_content):
    room = StoryRoom(boards.planned(checked_content))
    room.session.add_step("first_response")
    room.go_to("first_response")
    room.tell()
    room.go_round("first")
    room.first(room.person("Sam"), "Ask Kit.")

    part = part_of(room, "first_response")
    assert [part["is_true_before"], len(rows(part["firsts"]))] == [True, 1]
    room.go_to("scenario_respond")
    assert part_of(room, "scenario")["firsts"] == []


def test_a_seat_is_declared_and_nobody_is_named_or_marked(room, sam, joan, client):
    delivery = joan.participant
    delivery.category = "service_delivery_partners"
    delivery.save()
    Role.give(room.session, delivery, Level.NATIONAL)
    room.go_round("national")
    said = room.respond(joan, "Wait.", "national-first_week")

    assert [said.by_role, room.respond(sam, "Go.").by_role] == [True, False]
    assert part_of(room, "scenario")["played"] == [{"level": "National government", "people": 1}]
    assert "oan" not in room.change(said.note.live_key).html
    screen = client.get(f"/screen/{room.session.screen_token}/step/").content.decode()
    assert "National government is played by someone else here." in screen
    assert "Joan" not in screen


def test_the_seat_is_told_on_their_own_page_and_can_be_taken_back(room, sam, joan, client):
    sam.participant.category = joan.participant.category = "users_citizens"
    sam.participant.save()
    room.go_round("local")
    Role.give(room.session, sam.participant, Level.LOCAL)
    client.cookies[f"place-{room.session.pk}"] = sam.participant.token
    address = f"/s/{room.session.code}/step/"
    assert "You speak for Local government today." in client.get(address).content.decode()
    Role.take(room.session, sam.participant)
    assert "You speak for" not in client.get(address).content.decode()


def test_who_speaks_for_it_already_or_has_left_is_given_no_seat(room, sam):
    with pytest.raises(Conflict, match="speak for it already"):
        Role.give(room.session, sam.participant, Level.LOCAL)
    room.session.remove(sam.participant, room.grace.user)
    with pytest.raises(Conflict, match="has left"):
        Role.give(room.session, sam.participant, Level.NATIONAL)


def test_after_the_end_a_seat_is_nobodys_and_still_declared(room, sam):
    Role.give(room.session, sam.participant, Level.NATIONAL)
    room.session.end(room.grace.facilitator)

    assert Role.objects.get().participant is None
    assert Role.played(room.session) == {Level.NATIONAL: 1}


def test_the_page_of_the_report_says_all_that_in_words(room, joan, first):
    first.keep(joan)
    room.respond(joan, "Sit with Kit.", instead_of=str(first.note_id), ticks=["data_sharing"])
    room.session.scenarios.get().show_twist(True)
    Role.give(room.session, joan.participant, Level.NATIONAL)
    html = " ".join(printed(room).split())

    assert "Twist, revealed at" in html
    assert "National government was played by someone else." in html
    assert "It is no “before”" in html
    assert "Kept as it was:" in html
    assert "First response: <a" in html
    assert "Common approach to data" in html
    assert "National government: nobody answered." in html
    assert "Before:" not in html


def printed(room) -> str:
    data, _used = snapshot_of(room.session.workshop)
    return render_to_string("debrief/_report.html", {"snapshot": {**data, "version": 1}})
