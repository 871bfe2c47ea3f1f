"""The links of the worked example, put down by people, say exactly what it expects (4.10)."""

import pytest

from boards.models import Note
from stakeholders.network import Finding, findings, summary
from stakeholders.network.graph import groups
from tests.boards.conftest import joan, place, sam
from tests.stakeholders.map_room import MapRoom, example, room

__all__ = ["example", "joan", "place", "room", "sam"]


@pytest.fixture
def letters(room) -> dict[str, str]:
    return {str(each.note_id): letter for letter, each in room.who.items()}


def found(room: MapRoom) -> dict[str, Finding]:
    return {each.rule: each for each in findings(room.chart().network)}


def draw(room: MapRoom, by, links: list[str]) -> None:
    for pair in links:
        room.link(by, *pair.split("-"))


def names(letters, nodes) -> list[str]:
    return [letters[node.key] for node in nodes]


def pairs(letters, links) -> list[str]:
    return ["-".join(sorted(letters[end] for end in link.ends)) for link in links]


def test_the_worked_example_gives_exactly_its_findings(room, sam, letters, example):
    expected = example["expected"]
    draw(room, sam, example["existing_links"])
    network, said = room.chart().network, found(room)

    assert sorted(sorted(names(letters, group)) for group in groups(network)) == expected["pieces"]
    assert names(letters, said["isolated"].nodes) == expected["isolated"]
    assert (
        sorted(names(letters, said["critical_stakeholder"].nodes))
        == (expected["critical_stakeholders"])
    )
    assert sorted(pairs(letters, said["critical_link"].links)) == expected["critical_links"]
    assert {letters[key]: value for key, value in network.betweenness.items()} == (
        expected["betweenness_unnormalised"]
    )
    assert [list(pair) for pair in said["category_gap"].pairs] == expected["category_gaps"]
    assert (summary(network).stakeholders, summary(network).links) == (6, 4)


def test_the_added_link_leaves_exactly_what_the_example_says(room, sam, joan, letters, example):
    expected = example["variant"]["expected"]
    draw(room, sam, example["existing_links"])
    before = found(room)["category_gap"].pairs
    draw(room, joan, [example["variant"]["add_link"]])
    network, said = room.chart().network, found(room)

    assert names(letters, said["critical_stakeholder"].nodes) == expected["critical_stakeholders"]
    assert pairs(letters, said["critical_link"].links) == expected["critical_links"]
    assert names(letters, said["isolated"].nodes) == expected["isolated"]
    assert {letters[key]: value for key, value in network.betweenness.items()} == (
        expected["betweenness_unnormalised"]
    )
    assert said["category_gap"].pairs == before


def test_a_wanted_link_changes_no_finding(room, sam, example):
    draw(room, sam, example["existing_links"])
    before = {rule: each.nodes for rule, each in found(room).items()}
    room.link(sam, "C", "E", status="wanted")

    assert {rule: each.nodes for rule, each in found(room).items()} == before
    assert len(room.chart().network.wanted) == 1


def test_a_link_without_a_contact_role_is_no_link_of_one_person(room, sam):
    room.link(sam, "A", "B")
    room.link(sam, "B", "D", contact="Tenancy officer")
    room.link(sam, "D", "E", contact="Outreach worker", stand_in="yes")

    assert [link.ties[0].contact for link in found(room)["one_person"].links] == ["Tenancy officer"]


def test_of_many_stakeholders_the_key_ones_and_the_linked_are_on_the_map(room, sam, letters):
    room.who["C"].key = True
    room.who["C"].save()
    room.link(sam, "A", "B")

    assert sorted(names(letters, room.chart().network.nodes)) == ["A", "B", "C"]


def test_what_a_person_sends_is_on_the_list_in_all_its_fields(room, sam, place):
    said = room.said("D", "B", strength="strong", contact=" Tenancy  officer ", stand_in="yes")
    said |= {"purpose_clear": "no", "text": "Only on Fridays.", "board": "relationships"}
    answer = place(sam, "notes/5ca1ab1e-0000-4000-8000-000000000001/", column="links", **said)
    link = Note.objects.get(pk="5ca1ab1e-0000-4000-8000-000000000001").relationship

    assert answer.status_code == 200
    assert (link.one, link.other) == (room.who["D"], room.who["B"])
    assert (link.status, link.strength, link.contact) == ("existing", "strong", "Tenancy officer")
    assert (link.purpose_clear, link.stand_in, link.note.text) == (False, True, "Only on Fridays.")
