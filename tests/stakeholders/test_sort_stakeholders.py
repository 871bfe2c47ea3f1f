"""The room sorts its stakeholders: doubles are asked about, kinds may be two."""

from uuid import uuid4

import pytest

from boards.models import Note
from live.models import Change
from stakeholders.questions import MOST_AT_ONCE, questions
from workshops.refusals import Conflict, NotFit


def fresh(named):
    """The stakeholder as its rows have it now."""
    return type(named).objects.get(pk=named.pk)


def asked(room) -> list[tuple[str, str]]:
    return [(each.goes.text, each.stays.text) for each in questions(room.board)]


def sent(room) -> str:
    """What everyone was last sent of the questions."""
    return room.change(f"doubles-{room.board.pk}").html


def merge(one, into, by) -> None:
    note = Note.objects.get(pk=one.note.pk)
    note.merge(by, into.note, note.version)


@pytest.fixture
def named(room, sam, joan):
    """Three names, two of them alike, in the step that sorts."""
    found = [
        room.name(sam, "Tenants' group", "users_citizens"),
        room.name(joan, "tenants group", "unsorted"),
        room.name(joan, "Repairs contractor", "service_delivery_partners"),
    ]
    room.go_to("stakeholders_sort")
    return found


def test_a_likely_double_is_asked_about_by_name(room, sam, named):
    named[2].note.park(sam, True)
    assert asked(room) == [("tenants group", "Tenants' group")]
    assert "tenants group" in sent(room)


def test_no_more_than_a_few_are_asked_about_at_once(room, sam, named):
    for number in range(MOST_AT_ONCE + 2):
        room.write(sam, f"Ward {number}")
        room.write(sam, f"ward {number}")
    assert len(asked(room)) == MOST_AT_ONCE


def test_of_one_name_a_single_question_is_asked_at_a_time(room, sam, named):
    third = room.name(sam, "TENANTS GROUP")
    named[1].note.keep_both(sam, named[0].note)
    assert asked(room) == [("TENANTS GROUP", "Tenants' group")]
    third.note.keep_both(sam, named[0].note)
    assert asked(room) == [("TENANTS GROUP", "tenants group")]


def test_keeping_both_asks_nobody_again(room, sam, joan, named):
    named[1].note.keep_both(sam, named[0].note)
    named[0].note.keep_both(joan, named[1].note)  # once is enough
    assert asked(room) == []
    assert "tenants group" not in sent(room)


def test_what_was_kept_apart_from_one_is_kept_apart_from_what_it_is_now(room, sam, named):
    named[1].note.keep_both(sam, named[0].note)
    other = room.name(sam, "The tenants’ group")
    merge(named[1], other, sam)
    assert asked(room) == []


def test_what_is_merged_is_asked_about_no_more(room, sam, named):
    merge(named[1], named[0], sam)
    assert asked(room) == []
    assert "tenants group" not in sent(room)


def test_a_name_that_is_taken_back_is_in_no_question_whatever_step_it_is(room, joan, named):
    Note.objects.get(pk=named[2].note.pk).park(joan, True)
    room.go_to("stakeholders_key")
    named[1].note.take_back(joan)
    assert not Change.objects.filter(html__contains="tenants group").exists()


def test_only_the_sort_step_asks(room, sam, named):
    room.session.go_back(room.session.current_step().pk)
    assert asked(room) != []
    assert "doubles__one" not in place_page(room, sam)


def place_page(room, viewer) -> str:
    from django.test import Client

    client = Client()
    client.cookies[f"place-{room.session.pk}"] = viewer.participant.token
    return client.get(f"/s/{room.session.code}/").content.decode()


def test_the_page_asks_and_without_scripts_its_forms_do_it(room, sam, place, named):
    page = place_page(room, sam)
    assert page.count("doubles__one") == 1
    assert f"notes/{named[1].note.pk}/keep-both/" in page
    answer = place(
        sam,
        f"notes/{named[1].note.pk}/merge/",
        json=False,
        operation=str(uuid4()),
        into=str(named[0].note.pk),
        base=1,
    )
    assert (answer.status_code, asked(room)) == (303, [])


def test_a_second_kind_shows_on_the_note_and_empty_clears_it(room, sam, joan, named):
    fresh(named[0]).also(sam, "service_delivery_partners")
    assert "also Service delivery partners" in room.change(named[0].note.live_key).html
    fresh(named[0]).also(joan, "")
    assert "also Service" not in room.change(named[0].note.live_key).html


@pytest.mark.parametrize("kind", ["users_citizens", "unsorted", "no_such_kind"])
def test_a_second_kind_is_another_of_the_four(sam, named, kind):
    with pytest.raises(NotFit):
        fresh(named[0]).also(sam, kind)
    assert fresh(named[0]).second_category == ""


def test_while_people_write_and_on_a_merged_name_there_is_no_second_kind(room, sam, named):
    merge(named[1], named[0], sam)
    with pytest.raises(Conflict, match="merged with another"):
        fresh(named[1]).also(sam, "local_government")
    room.session.go_back(room.session.current_step().pk)
    with pytest.raises(Conflict):
        fresh(named[0]).also(sam, "local_government")


def test_a_second_kind_moved_into_is_no_second_kind(sam, named):
    fresh(named[0]).also(sam, "service_delivery_partners")
    named[0].note.move(sam, "service_delivery_partners", base=1)
    assert fresh(named[0]).also_in == []


def test_a_second_kind_over_http(room, sam, place, named):
    address = f"stakeholders/{named[0].note.pk}/also/"
    assert place(sam, address, category="local_government").status_code == 200
    assert fresh(named[0]).second_category == "local_government"
    assert place(sam, address, category="unsorted").status_code == 422


def test_marks_are_those_of_all_that_were_merged_and_come_back_apart(room, sam, named):
    fresh(named[1]).mark(sam, "not_in_the_room", True)
    fresh(named[1]).also(sam, "local_government")
    merge(named[1], named[0], sam)
    assert fresh(named[0]).is_not_in_the_room
    assert fresh(named[0]).also_in == ["Local government"]
    Note.objects.get(pk=named[1].note.pk).unmerge(sam)
    assert (fresh(named[0]).is_not_in_the_room, fresh(named[0]).also_in) == (False, [])
    assert fresh(named[1]).is_not_in_the_room
