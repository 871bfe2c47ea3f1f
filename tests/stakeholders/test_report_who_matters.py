"""The stakeholders' part of the report: what the board says, in its order, and no more."""

import json

import pytest

from boards.models import Poll
from debrief.snapshot import snapshot_of
from stakeholders.models import Stakeholder
from stakeholders.report import report_part


@pytest.fixture
def said(room, sam, joan):
    """Five names, one of them written twice; what was picked, marked and promised."""
    grace = room.grace
    room.name(joan, "Housing ombudsman", "national_government").mark(grace, "not_in_the_room", True)
    agents = room.name(sam, "Letting agents")
    team = room.name(sam, "District housing team", "local_government")
    tenants = room.name(joan, "Tenants", "users_citizens")
    twice = room.name(sam, "Tenants’ group", "users_citizens")
    room.go_to("stakeholders_sort")
    twice.also(grace, "service_delivery_partners")
    twice.note.merge(sam, tenants.note, 1)
    room.go_to("stakeholders_key")
    poll = Poll.on(room.board)
    for person, chosen in ((sam, team), (sam, tenants), (joan, tenants)):
        poll.vote(person, chosen.note)
    tenants.mark(grace, "key", True)
    tenants.mark(grace, "most_affected", True)
    poll.close(grace)
    return {each.name: str(each.note_id) for each in (agents, team, tenants, twice)}


def test_the_four_lists_and_the_tray_hold_each_stakeholder_once(room, said):
    kinds = report_part(room.session)["kinds"]

    assert [(kind["label"], kind["number"]) for kind in kinds] == [
        ("National government", 1),
        ("Local government", 1),
        ("Service delivery partners", 0),
        ("Users and citizens", 1),
        ("Not sorted yet", 1),
    ]


def test_what_was_merged_is_told_beside_what_it_is_now(room, said):
    (tenants,) = report_part(room.session)["kinds"][3]["stakeholders"]

    assert tenants == {
        "note": said["Tenants"],
        "also": ["Service delivery partners"],
        "written_as": {"notes": [said["Tenants’ group"]]},
        "key": True,
        "not_in_the_room": False,
        "most_affected": True,
    }


def test_votes_stand_in_the_order_of_the_board_and_not_of_their_numbers(room, said):
    part = report_part(room.session)

    assert part["votes"] == 3
    assert [(each["note"], each["votes"], each["key"]) for each in part["key"]] == [
        (said["District housing team"], 1, False),
        (said["Tenants"], 2, True),
    ]


def test_a_vote_that_is_still_open_is_told_to_nobody(room, sam):
    team = room.name(sam, "District housing team", "local_government")
    room.go_to("stakeholders_key")
    Poll.on(room.board).vote(sam, team.note)

    assert (report_part(room.session)["votes"], report_part(room.session)["key"]) == (None, [])


def test_missing_voices_say_who_will_approach_them(room, said):
    Stakeholder.objects.filter(not_in_the_room=True).update(approached_by="Area lead")
    (missing,) = report_part(room.session)["missing"]

    assert (missing["kind"], missing["asked_by"]) == ("National government", "Area lead")


def test_what_is_hidden_is_in_no_list(room, said):
    note = Stakeholder.objects.get(not_in_the_room=True).note
    note.hide(room.grace, "A double.")

    assert str(note.pk) not in json.dumps(report_part(room.session))
    assert report_part(room.session)["missing"] == []


def test_the_report_names_all_by_their_number_and_no_writer(room, said):
    snapshot, _used = snapshot_of(room.session.workshop)
    part = next(part for part in snapshot["parts"] if part["key"] == "stakeholders")
    tenants = part["data"]["kinds"][3]["stakeholders"][0]

    assert snapshot["notes"][tenants["note"]]["text"] == "Tenants"
    assert "Joan" not in json.dumps(part)
