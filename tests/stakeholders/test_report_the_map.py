"""The map in the report: what everyone could see, drawn again from the snapshot alone."""

import json

import pytest

from debrief.printing import printable
from debrief.snapshot import snapshot_of
from tests.boards.conftest import joan, place, sam
from tests.stakeholders.map_room import example, room

__all__ = ["example", "joan", "place", "room", "sam"]


@pytest.fixture
def snapshot(room, sam):
    """The report as it is kept; one link of three is hidden, one is wanted."""
    room.link(sam, "A", "B", "They meet.", contact="Policy lead")
    room.link(sam, "C", "E", status="wanted", strength="weak")
    room.link(sam, "B", "D", "Holds a name.").note.hide(room.grace, "Holds a name.")
    data, used = snapshot_of(room.session.workshop)
    assert str(room.who["A"].note_id) in used
    return json.loads(json.dumps({**data, "version": 1}))


def the_map(snapshot: dict) -> dict:
    return next(part["data"] for part in snapshot["parts"] if part["key"] == "relationships")


def test_the_report_has_the_links_that_everyone_sees_by_their_numbers(snapshot):
    links = the_map(snapshot)["links"]

    assert [(link["note"], link["between"]) for link in links] == [
        ("B1.1", ["Department", "Council"]),
        ("B1.2", ["Hospital", "Residents’ group"]),
    ]
    assert links[0]["ends"] == {"notes": ["1.1", "2.1"]}
    quoted = snapshot["notes"]["B1.1"]["text"]
    assert quoted.startswith("Department – Council. Exists today, working.")
    assert quoted.endswith("They meet.")


def test_it_says_what_the_map_says_and_draws_it_the_same_from_the_snapshot_alone(
    room, sam, snapshot
):
    page = printable(snapshot)
    room.link(sam, "D", "E")
    room.who["A"].note.take_back(room.writer)

    assert printable(snapshot) == page
    assert "This link runs through one person." in page
    assert page.count("<svg") > 0
    assert "Holds a name." not in page


def test_a_session_whose_map_goes_on_later_says_so(room, sam, snapshot):
    assert the_map(snapshot)["goes_on"] is False
    from stakeholders.relationships_report import report_part

    later = room.session.workshop.sessions.create(
        kind="stage_2", agenda="half_day_3h", starts_at=room.session.starts_at.replace(year=2099)
    )
    assert report_part(later) is None
    later.boards.create(activity_key="relationships")
    assert report_part(room.session) == {"goes_on": True, "nodes": [], "links": [], "findings": []}
    assert len(report_part(later)["links"]) == 2
