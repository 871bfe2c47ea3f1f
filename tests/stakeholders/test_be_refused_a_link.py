"""A link that cannot be is refused in a clear sentence, and what was typed is still there."""

import pytest

from stakeholders.models import Relationship
from tests.boards.conftest import joan, place, sam
from tests.stakeholders.map_room import elsewhere, example, room
from workshops.refusals import Conflict, NotFit

__all__ = ["elsewhere", "example", "joan", "place", "room", "sam"]

GONE = "not on the board any more"


def test_a_link_from_a_stakeholder_to_itself(room, sam):
    with pytest.raises(NotFit, match="two different stakeholders"):
        room.link(sam, "A", "A")
    assert Relationship.objects.count() == 0


def test_a_double_link_either_way_round(room, sam, joan):
    room.link(sam, "A", "B")
    for one, other in ("AB", "BA"):
        with pytest.raises(Conflict, match="There is a link between these two already"):
            room.link(joan, one, other, status="wanted")
    assert Relationship.objects.count() == 1


def test_a_link_that_is_double_only_after_a_merge(room, sam):
    room.link(sam, "C", "B")
    merge(room, "D", "C")
    with pytest.raises(Conflict, match="between these two already"):
        room.link(sam, "D", "B")


def test_a_link_to_a_merged_stakeholder_goes_to_the_one_that_stands_for_it(room, sam):
    merge(room, "D", "C")

    assert room.link(sam, "B", "D").other == room.who["C"]


def test_a_link_between_two_that_were_merged_is_one_to_itself(room, sam):
    merge(room, "D", "C")
    with pytest.raises(NotFit, match="two different stakeholders"):
        room.link(sam, "C", "D")


def test_a_link_to_one_who_is_hidden_taken_back_late_or_never_was(room, sam):
    room.who["A"].note.hide(room.grace, "Not one of ours.")
    room.who["F"].note.take_back(room.writer)
    late = room.name(sam, "Came late")
    room.who["late"] = late
    assert late.note.state == "late"
    for letter in ("A", "F", "late", "5ca1ab1e-0000-4000-8000-000000000001", "no number"):
        with pytest.raises(NotFit, match=GONE):
            room.link(sam, "B", letter)


def test_a_link_to_a_stakeholder_of_another_workshop(room, sam, elsewhere):
    room.who["elsewhere"] = elsewhere
    with pytest.raises(NotFit, match=GONE):
        room.link(sam, "B", "elsewhere")


def test_a_field_that_is_missing_or_odd(room, sam):
    for wrong, sentence in (
        ({"other": ""}, "Choose the two stakeholders"),
        ({"status": "dreamt"}, "exists today or is wanted"),
        ({"strength": ""}, "weak, working or strong"),
        ({"contact": "r" * 83}, "The role is too long by 3 characters."),
        ({"text": "r" * 281}, "too long by 1 character."),
    ):
        with pytest.raises(NotFit, match=sentence):
            room.link(sam, "A", **{"other": "B", **wrong})
    assert Relationship.objects.count() == 0


def test_without_scripts_everything_typed_comes_back_to_be_mended(room, sam, place):
    said = room.said("A", "A", contact="Housing options manager", strength="weak")
    said |= {"board": "relationships", "column": "links", "text": ""}
    answer = place(sam, "notes/5ca1ab1e-0000-4000-8000-000000000002/", json=False, **said)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "A link needs two different stakeholders." in page
    assert 'value="Housing options manager"' in page
    assert '<option value="weak" selected>' in page
    assert page.count(f'<option value="{room.key("A")}" selected>') == 2
    assert 'name="column" value="links"' in page


def test_the_same_number_with_other_ends_is_another_link(room, sam, place):
    said = room.said("A", "B") | {"board": "relationships", "column": "links", "text": ""}
    address = "notes/5ca1ab1e-0000-4000-8000-000000000003/"

    assert place(sam, address, **said).status_code == 200
    assert place(sam, address, **said).status_code == 200
    assert place(sam, address, **(said | {"other": room.key("C")})).status_code == 409
    assert Relationship.objects.get().other == room.who["B"]


def merge(room, letter: str, into: str) -> None:
    note = room.who[letter].note
    note.merge(room.grace, room.who[into].note, note.version)
