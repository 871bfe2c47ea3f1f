"""A note on the stakeholders' board is a stakeholder, of the workshop and of its session."""

import re
from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from boards.models import Note
from stakeholders.look_back import named_before
from stakeholders.models import Stakeholder
from workshops.models import Session
from workshops.refusals import NotFit


def test_the_board_has_four_kinds_and_a_tray(room):
    keys = [column.key for column in room.board.columns.all()]

    assert keys == [
        "national_government",
        "local_government",
        "service_delivery_partners",
        "users_citizens",
        "unsorted",
    ]


def test_a_note_is_a_stakeholder_of_the_workshop_and_its_session(room, sam):
    named = room.name(sam, "Housing association", "service_delivery_partners")

    assert (named.workshop, named.session) == (room.session.workshop, room.session)
    assert (named.name, named.category) == ("Housing association", "service_delivery_partners")


def test_a_note_sent_twice_is_one_stakeholder(room, sam):
    note = room.write(sam, "District housing team")
    note.write(room.board, sam, note.pk, "unsorted", "District housing team")

    assert Stakeholder.objects.get().note == note


def test_a_late_note_is_a_stakeholder_too(room, sam):
    board = room.board
    room.go_to("break")
    late = room.write(sam, "Housing ombudsman")

    assert (late.state, late.stakeholder.note.column.board) == ("late", board)


def test_a_board_of_a_later_session_begins_empty_and_lists_who_was_named_earlier(room, sam):
    room.name(sam, "Housing association", "service_delivery_partners")
    earlier = room.session
    later = Session.objects.create(
        workshop=earlier.workshop, starts_at=earlier.starts_at + timedelta(days=7)
    )

    (told,) = named_before(later)
    page = render_to_string("stakeholders/_earlier.html", {"named_before": [told]})

    assert [kind["names"]["all"] for kind in told["kinds"]] == [["Housing association"]]
    assert "<bdi>Housing association</bdi>" in page
    assert named_before(earlier) == []


def page_of(place, viewer) -> str:
    return place(viewer, "", "get", json=False).content.decode()


def test_the_tray_is_where_one_begins_and_comes_last(room, sam, place):
    page = page_of(place, sam)

    assert re.findall(r'<option value="(\w+)"[^>]* selected>([^<]+)', page) == [
        ("unsorted", "Not sure yet")
    ]
    assert re.findall(r'<section class="column( column--tray)?" id="(\w+)"', page)[-1] == (
        " column--tray",
        "unsorted",
    )


def test_one_question_of_a_kind_shows_and_the_next_is_asked_for(room, sam, place):
    page = page_of(place, sam)
    about = page[page.index('id="about-users_citizens"') :]
    about = about[: about.index("</ul>")]

    assert about.index("<details") > about.index("Who lives with the result every day?")
    assert about.count("Another question") == 2
    assert "unpaid carers" in about


def test_the_emptiest_kind_is_named_once_there_is_one(room, sam):
    for kind in ("national_government", "local_government", "service_delivery_partners"):
        room.name(sam, f"First of {kind}", kind)
    room.name(sam, "In the tray")
    tally = f"tally-{room.board.pk}"
    assert "1 kind has none yet." in room.change(tally).html
    for kind in ("national_government", "local_government", "service_delivery_partners"):
        room.name(sam, f"Second of {kind}", kind)
    room.name(sam, "Tenants", "users_citizens")

    assert "Fewest so far: Users and citizens." in room.change(tally).html
    assert room.change(tally).html.count("data-fewest") == 1


def test_an_empty_tray_is_no_kind_without_names(room, sam):
    room.name(sam, "Tenants", "users_citizens")

    assert "3 kinds have none yet." in room.change(f"tally-{room.board.pk}").html


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("users_citizens", "Who lives with the result every day?"),
        ("users_citizens-2", "Who needs help and does not ask for it?"),
    ],
)
def test_the_facilitator_sends_one_question_of_a_kind_to_the_screen(room, key, text):
    room.session.ask_on_screen(key)
    question = room.change("question", "screen").html

    assert (text in question, "Users and citizens" in question) == (True, True)


@pytest.mark.parametrize(
    "key", ["unsorted", "users_citizens-0", "users_citizens-9", "users-1", "-"]
)
def test_there_is_no_other_question(room, key):
    with pytest.raises(NotFit):
        room.session.ask_on_screen(key)


def test_what_is_known_of_a_stakeholder_stands_in_words_on_its_note(room, sam):
    named = room.name(sam, "Tenants’ group", "users_citizens")
    assert "note__tags" not in room.change(named.note.live_key).html
    Stakeholder.objects.update(
        key=True,
        not_in_the_room=True,
        most_affected=True,
        second_category="service_delivery_partners",
    )
    with room.session.lock():
        Note.objects.get().push()
    html = room.change(named.note.live_key).html

    words = ["Key", "Not in the room", "Most affected", "also Service delivery partners"]
    assert [word for word in words if word in html] == words
    assert 'data-kind="stakeholder"' in html


def test_what_stands_beside_a_note_goes_when_its_writer_takes_it_back(room, sam):
    named = room.name(sam, "Tenants’ group")
    Stakeholder.objects.update(approached_by="Someone’s name")
    named.note.take_back(sam)

    assert Stakeholder.objects.get().approached_by == ""
