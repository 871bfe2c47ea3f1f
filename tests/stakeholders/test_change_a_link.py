"""A link is changed by its writer and by facilitators, in all that it says, from what they saw."""

import pytest

from tests.boards.conftest import joan, place, sam
from tests.stakeholders.map_room import example, room
from workshops.refusals import Conflict, NotAllowed, NotFit

__all__ = ["example", "joan", "place", "room", "sam"]


@pytest.fixture
def link(room, sam):
    return room.link(sam, "A", "B", "Once a year.", contact="Policy lead")


def test_its_writer_changes_everything_it_says(room, sam, link):
    said = room.said("A", "C", status="wanted", strength="weak", stand_in="yes", contact="Adviser")
    link.change(sam, "Never met.", 1, said | {"purpose_clear": "no"})
    link.refresh_from_db()

    assert (link.other, link.status, link.strength) == (room.who["C"], "wanted", "weak")
    assert (link.contact, link.stand_in, link.purpose_clear) == ("Adviser", True, False)
    assert (link.note.text, link.note.version) == ("Never met.", 2)


def test_so_does_a_facilitator_also_when_the_board_is_closed(room, link):
    room.session.lock_board(True)
    link.change(room.grace, "", 1, room.said("A", "B", strength="strong"))
    link.refresh_from_db()

    assert (link.strength, link.note.text) == ("strong", "")


def test_nobody_else_may_and_not_on_a_closed_board(room, sam, joan, link):
    with pytest.raises(NotAllowed, match="Only its writer"):
        link.change(joan, "Mine now.", 1, room.said("A", "B"))
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="closed for now"):
        link.change(sam, "Still mine.", 1, room.said("A", "B"))


def test_not_when_someone_has_changed_it_since(room, sam, link):
    link.change(room.grace, "Twice a year.", 1, room.said("A", "B"))
    with pytest.raises(Conflict, match="changed it since"):
        link.change(sam, "Thrice.", 1, room.said("A", "B"))
    link.note.refresh_from_db()
    assert link.note.text == "Twice a year."


def test_not_into_a_link_that_is_there_already(room, sam, link):
    room.link(sam, "B", "C")
    with pytest.raises(Conflict, match="between these two already"):
        link.change(sam, "", 1, room.said("C", "B"))
    with pytest.raises(NotFit, match="two different"):
        link.change(sam, "", 1, room.said("A", "A"))


def test_over_http_and_back_to_the_form_when_it_is_refused(room, sam, place, link):
    said = room.said("A", "B", contact="Deputy") | {"base": 1, "text": "Monthly."}
    assert place(sam, f"relationships/{link.note_id}/change/", **said).status_code == 200
    link.refresh_from_db()
    assert (link.contact, link.note.text) == ("Deputy", "Monthly.")

    said |= {"base": 2, "one": room.key("B")}
    page = place(sam, f"relationships/{link.note_id}/change/", json=False, **said)
    assert page.status_code == 422
    assert 'value="Deputy"' in page.content.decode()
    assert 'name="base" value="2"' in page.content.decode()


def test_what_was_taken_back_is_gone_with_all_it_said(room, sam, link):
    from stakeholders.models import Relationship

    link.note.take_back(sam)

    assert not Relationship.objects.exists()
    assert room.chart().rows == []
