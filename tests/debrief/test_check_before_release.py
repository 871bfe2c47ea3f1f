"""The check list before release: what it finds, how it is settled, and what it keeps to itself."""

import uuid

import pytest
from django.utils import timezone

from boards.models import Note
from debrief.checking.check_list import CheckList
from debrief.checking.names import Names
from debrief.checking.signs import signs_in
from debrief.checking.texts import texts_of
from debrief.draft import Draft
from workshops.models import Workshop

NAMES = Names(["Joan", "Will", "Housing team"], ["Ambleford North"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring Anna Kowalski at the council", ["Anna Kowalski"]),
        ("Anna Kowalski knows the list", ["Anna Kowalski"]),
        ("Everyone asks Dr. Okafor", ["Dr Okafor"]),
        ("The list is with J. Smith, always", ["J Smith"]),
        ("We leave it to Joan’s team", ["Joan’s"]),
        ("Joan asks", ["Joan"]),
        ("In the end Will decides", ["Will"]),
        ("Will it last?", []),
        ("In Canal Street people report at once", []),
        ("Ambleford North waits. Nobody Else does", []),
        ("Citizens Advice and the Housing Department", []),
        ("The GP says NO", []),
    ],
)
def test_a_name_is_found_within_a_sentence(text, found):
    assert NAMES.in_text(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to anna.k@example.org.", [("email", "anna.k@example.org")]),
        ("Ring 01632 960 001 or +44 (0)1632 960001", ["telephone", "telephone"]),
        ("NHS 943 476 5919", [("nhs_number", "943 476 5919")]),
        ("943 476 5918 is no such number", []),
        ("AB 12 34 56 C came", [("insurance_number", "AB 12 34 56 C")]),
        ("She lives at zz1 2ab", [("postcode", "zz1 2ab")]),
        ("Of 10 000 homes 3.1 to 3.4, 2019-2024, at 10:30 on 3 12 2026", []),
    ],
)
def test_addresses_and_numbers_are_found(text, found):
    told = list(signs_in(text))
    assert [kind for kind, _ in told] == [
        each if isinstance(each, str) else each[0] for each in found
    ]
    assert all(each in told for each in found if not isinstance(each, str))


@pytest.fixture
def listed(room, client):
    """Kit's note with a telephone number, one for the room with an address, and the owner."""
    kit = room.person("Kit")
    room.write(kit, "unsolved", "Ring 01632 960 001")
    Note.write(room.board, room.console, uuid.uuid4(), "unsolved", "Write to a@example.org")
    client.force_login(room.session.workshop.owner)
    return room


def address(room, path: str = "") -> str:
    return f"/workshops/{room.session.workshop.pk}/report/check/{path}"


def the_list(room) -> CheckList:
    return CheckList(room.session.workshop)


def open_kinds(room) -> list[str]:
    return [point.kind for point in the_list(room).open]


def test_the_list_says_what_and_where_and_never_who_wrote_it(listed, client):
    html = client.get(address(listed)).content.decode()
    assert "01632 960 001" in html
    assert "note 7.1, Diagnosis" in html
    assert "Kit" not in html


def test_whatever_somebody_typed_is_looked_through(damp):
    """Every text of every kind gets a number of its own; the list must find each of them."""
    column = damp.board.columns.get(key="unsolved")
    note = column.notes.first()
    note.see_differently(damp.person("Ola"), "Say it to 01632 960 101")
    column.reading.finding = "Found by 01632 960 102"
    column.reading.save()
    damp.gather(list(column.notes.all()[:2]), "Group 01632 960 103")
    Workshop.objects.update(place="Hall, 01632 960 104", policy_area="Homes 01632 960 105")
    listed = CheckList(Workshop.objects.get())
    found = {each[-3:] for point in listed.open for each in point.found if "960" in each}
    assert found == {"101", "102", "103", "104", "105"}


def test_all_that_belongs_to_a_note_is_looked_through():
    note = {
        "text": "NOTE",
        "activity": "Stakeholders",
        "said": ["DISSENT"],
        "group": "GROUP",
        "settled": {"owner": "OWNER", "dropped": ""},
    }
    assert [text.words for text in texts_of("1.1", note)] == [
        "NOTE",
        "DISSENT",
        "GROUP",
        "OWNER",
        "",
    ]


def test_a_point_that_is_fine_stays_fine_until_its_words_change(listed, client):
    point = next(each for each in the_list(listed).open if each.kind == "telephone")
    client.post(address(listed, "fine/"), {"point": point.key, "because": "Checked: a helpline"})
    assert "telephone" not in open_kinds(listed)
    assert "Checked: a helpline" in client.get(address(listed)).content.decode()
    Note.objects.filter(pk=point.note).update(text="Ring 01632 960 001 at home")
    assert "telephone" in open_kinds(listed)


def test_a_point_is_not_fine_without_a_reason(listed, client):
    point = the_list(listed).open[0]
    answer = client.post(address(listed, "fine/"), {"point": point.key, "because": "  "})
    assert "Say in a few words why this is fine." in answer.content.decode()
    assert the_list(listed).open[0] == point


def test_a_point_can_be_asked_again(listed, client):
    before = open_kinds(listed)
    point = the_list(listed).open[0]
    client.post(address(listed, "fine/"), {"point": point.key, "because": "Fine"})
    client.post(address(listed, "again/"), {"point": point.key})
    assert open_kinds(listed) == before


def test_a_note_is_hidden_from_the_list(listed, client):
    point = next(each for each in the_list(listed).open if each.kind == "telephone")
    client.post(address(listed, f"notes/{point.note}/hide/"), {"because": "It tells of one person"})
    assert "telephone" not in open_kinds(listed)
    assert "01632 960 001" not in str(Draft(listed.session.workshop).snapshot)


def test_a_note_for_the_room_is_corrected_after_the_end(listed, client):
    listed.session.end(listed.console)
    point = next(each for each in the_list(listed).open if each.kind == "email")
    path = address(listed, f"notes/{point.note}/change/")
    client.post(path, {"text": "Write to the team", "base": str(point.base)})
    assert "email" not in open_kinds(listed)
    answer = client.post(path, {"text": "Too late", "base": str(point.base)})
    assert answer.status_code == 409
    assert "Too late" in answer.content.decode()


def test_a_participants_note_is_not_changed_by_anyone_else(listed, client):
    point = next(each for each in the_list(listed).open if each.kind == "telephone")
    path = address(listed, f"notes/{point.note}/change/")
    assert client.post(path, {"text": "Ring us", "base": "1"}).status_code == 403
    assert Note.objects.get(pk=point.note).text == "Ring 01632 960 001"


def test_a_marking_is_set_from_the_list(listed, client):
    Workshop.objects.update(marking="")
    assert "marking" in open_kinds(listed_again(listed))
    client.post(address(listed, "marking/"), {"marking": "OFFICIAL"})
    assert "marking" not in open_kinds(listed_again(listed))


def listed_again(room):
    room.session.workshop.refresh_from_db()
    return room


def test_a_note_of_another_workshop_is_not_here(listed, client, grace, content):
    other = Workshop.plan(
        grace, content, starts_at=timezone.now(), policy_area="Buses", use_case="local_convene"
    )
    note = Note.objects.first()
    path = f"/workshops/{other.pk}/report/check/notes/{note.pk}/hide/"
    assert client.post(path, {"because": "It tells of one person"}).status_code == 404
    assert Note.objects.get(pk=note.pk).state == "shown"


def test_the_list_tells_of_what_is_withheld_left_out_and_hidden(damp):
    damp.board.notes().shown().first().hide(damp.console, "Twice there")
    kinds = [point.kind for point in the_list(damp).told]
    assert {"small_groups", "empty", "hidden"} <= set(kinds)
