"""Say what local and national government would do, and go on from what was said first."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.models import Note
from indicators.models import Indicator, Response
from tests.boards import conftest as boards
from tests.boards.conftest import joan, place, sam
from tests.indicators.story import StoryRoom
from workshops.refusals import Conflict, NotAllowed, NotFit

__all__ = ["joan", "place", "sam"]


@pytest.fixture
def room(db, checked_content) -> StoryRoom:
    """The local round of a story that had its short first round."""
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


def test_a_response_says_who_by_when_its_owner_and_what_calls_for_it(room, sam):
    room.go_round("national")
    ticks = ["shared_success", "partnership_working"]
    said = room.respond(sam, "Wait.", "national-first_year", owner=" The  lead team ", ticks=ticks)

    assert (said.level, said.horizon, said.owner) == ("national", "first_year", "The lead team")
    assert [each.key for each in said.tags] == ["shared_success", "partnership_working"]
    assert said.scenario == room.session.scenarios.get()


def test_a_first_response_takes_no_indicators(room, sam):
    assert room.first(sam, "Ask Kit.", ticks=["shared_success"]).tags == []


def test_one_that_is_kept_has_no_words_of_its_own(room, joan, first):
    kept = first.keep(joan)

    assert (kept.note.text, kept.text, kept.owner) == ("", "Ask Kit for a list.", "Council")
    assert (kept.is_kept, kept.before, kept.level) == (True, "", "local")
    assert "Ask Kit for a list." in room.change(kept.note.live_key).html
    with pytest.raises(Conflict, match="kept this one already"):
        first.keep(joan)


def test_one_that_is_changed_quotes_what_it_was(room, joan, first):
    more = {"instead_of": str(first.note_id)}
    changed = room.respond(joan, "Sit with Kit and two others.", **more)

    assert (changed.is_kept, changed.before) == (False, "Ask Kit for a list.")
    assert "Ask Kit for a list." in room.change(changed.note.live_key).html
    assert room.respond(joan, "Ask Kit for a list.", **more).note.text == ""


def test_taking_back_the_first_one_takes_its_words_back_everywhere(room, sam, joan, first):
    kept = first.keep(joan)
    changed = room.respond(joan, "Sit with Kit.", instead_of=str(first.note_id))
    first.note.take_back(sam)

    for each in (kept, changed):
        each = Response.objects.get(pk=each.pk)
        html = room.change(each.note.live_key).html
        assert (each.before, "list" in html, "Council" in html) == ("", False, False)
    assert "Taken back by its writer." in room.change(kept.note.live_key).html
    assert "Taken back" in Note.objects.get(pk=kept.note_id).in_words


def test_one_that_is_hidden_is_quoted_by_nothing(room, joan, first):
    changed = room.respond(joan, "Sit with Kit.", instead_of=str(first.note_id))
    first.note.hide(room.grace, "A name.")
    assert "list" not in room.change(changed.note.live_key).html

    with pytest.raises(Conflict, match="not on the board any more"):
        room.respond(joan, "", instead_of=str(first.note_id))
    first.note.refresh_from_db()
    first.note.restore(room.grace)
    assert "list" in room.change(changed.note.live_key).html


def test_what_is_empty_or_of_nothing_is_refused(room, sam, first):
    with pytest.raises(NotFit, match="Write something"):
        room.respond(sam, "  ")
    with pytest.raises(NotFit, match="first response is not on the board"):
        room.respond(sam, "", instead_of=str(uuid4()))
    with pytest.raises(NotFit, match="too long by 1 character"):
        room.respond(sam, "Wait.", owner="x" * 81)
    with pytest.raises(NotFit, match="not here any more"):
        room.respond(sam, "Wait.", ticks=["of_no_content"])
    assert Response.objects.with_indicators().count() == 0


def test_an_indicator_that_was_merged_or_set_aside_meanwhile(room, sam):
    room.go_round("local")
    of = Indicator.of(room.session.workshop)
    one, other = of.get(key="shared_success"), of.get(key="shared_responsibility")
    said = room.respond(sam, "Wait.", ticks=["shared_success"])
    one.merged_into = other
    one.save()

    said = Response.objects.get(pk=said.pk)
    assert said.tags == [other]
    assert room.respond(sam, "Go.", ticks=["shared_success"]).tags == [other]
    other.set_aside_because = "Not here."
    other.save()
    with pytest.raises(Conflict, match=r"set aside: Not here\. Your text is kept"):
        room.respond(sam, "Stay.", ticks=["shared_responsibility"])
    said.change(sam, "Wait a day.", 1, {"calls-shared_responsibility": "yes"})
    assert said.tags == [other]


def test_its_writer_changes_all_that_it_says(room, sam, joan):
    room.go_round("local")
    said = room.respond(sam, "Wait.", owner="Council", ticks=["shared_success"])
    more = {"column": "national-first_year", "owner": "", "calls-data_sharing": "yes"}
    with pytest.raises(NotAllowed):
        said.change(joan, "Mine now.", 1, more)
    said.change(sam, "Wait a year.", 1, more)

    said = Response.objects.get(pk=said.pk)
    assert (said.text, said.level, said.owner) == ("Wait a year.", "national", "")
    assert [each.key for each in said.tags] == ["data_sharing"]
    with pytest.raises(Conflict, match="changed it since"):
        said.change(sam, "Again.", 1, more)
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="closed for now"):
        said.change(sam, "Again.", 2, more)


def test_one_that_is_kept_becomes_another_when_its_words_change(room, joan, first):
    kept = first.keep(joan)
    kept.change(joan, "Ask Kit for two lists.", 1, {"owner": "Council"})
    assert (kept.is_kept, kept.text) == (False, "Ask Kit for two lists.")
    assert kept.before == "Ask Kit for a list."

    kept.change(joan, "Ask Kit for a list.", 2, {})
    assert Note.objects.get(pk=kept.note_id).text == ""


def test_over_http_and_back_to_the_form_when_it_is_refused(room, sam, place, first):
    said = {"board": "scenario", "column": "local-first_week", "text": "Wait.", "owner": "Council"}
    said |= {"calls-data_sharing": "yes", "instead_of": str(first.note_id)}
    key = uuid4()
    assert place(sam, f"notes/{key}/", **said).status_code == 200
    assert place(sam, f"notes/{key}/", **said).status_code == 200
    page = place(sam, f"scenario/{key}/change/", json=False, **said, base=4)
    html = page.content.decode()
    assert page.status_code == 409
    assert 'name="base" value="4"' in html
    assert 'value="Council"' in html
    assert 'name="calls-data_sharing" value="yes" checked' in html
    assert place(sam, f"scenario/{first.note_id}/keep/").status_code == 200
    assert Response.objects.with_indicators().count() == 2


def test_without_scripts_a_page_begins_with_the_first_response_to_change(room, joan, place, first):
    html = place(joan, "", "get", json=False, instead_of=str(first.note_id)).content.decode()

    assert f'name="instead_of" value="{first.note_id}" hidden' in html
    assert "Ask Kit for a list.</textarea>" in html
    assert 'name="owner" value="Council"' in html
    said = {"board": "scenario", "column": "local-first_week", "text": "Sit with Kit."}
    answer = place(joan, f"notes/{uuid4()}/", json=False, **said, instead_of=str(first.note_id))
    assert answer.status_code == 303
    assert Response.objects.with_indicators().get().before == "Ask Kit for a list."


def test_a_panel_asks_the_same_of_the_database_however_many_responses(
    room, sam, joan, place, first
):
    room.respond(joan, "Sit.", instead_of=str(first.note_id), ticks=["data_sharing"])
    asked = how_many(place, sam)
    room.go_round("first")
    firsts = [room.first(sam, f"Ask {number}.") for number in range(5)]
    room.go_round("local")
    for said in firsts:
        room.respond(joan, "Sit with Kit.", ticks=["data_sharing"], instead_of=str(said.note_id))

    assert how_many(place, sam) == asked


def how_many(place, person) -> int:
    with CaptureQueriesContext(connection) as asked:
        place(person, "step/", "get", json=False)
    return len(asked)
