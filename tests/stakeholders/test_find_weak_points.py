"""What the map says: each finding by its rule, nothing besides."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from stakeholders.network import Network, Node, Tie, findings, loads, summary, without
from tests.stakeholders.networks import EXAMPLE, drawn_by_lot, of, tie, worked


def said(network: Network) -> dict[str, list]:
    """Each finding by its rule, with the keys of all that it is about."""
    return {
        each.rule: [
            *(node.key for node in each.nodes),
            *(link.key for link in each.links),
            *(list(pair) for pair in each.pairs),
            *([node.key for node in group] for group in each.groups),
        ]
        for each in findings(network)
    }


def test_the_worked_example_says_exactly_what_the_method_says():
    expected = EXAMPLE["expected"]

    assert said(worked()) == {
        "critical_stakeholder": expected["critical_stakeholders"],
        "critical_link": expected["critical_links"],
        "isolated": expected["isolated"],
        "separate_groups": expected["pieces"],
        "category_gap": expected["category_gaps"],
        "load": ["B", "D"],
    }
    assert worked().betweenness == expected["betweenness_unnormalised"]


def test_one_more_link_leaves_exactly_what_the_method_says():
    variant = EXAMPLE["variant"]
    after = worked(tie(variant["add_link"]))

    assert said(after) == {
        "critical_stakeholder": variant["expected"]["critical_stakeholders"],
        "critical_link": variant["expected"]["critical_links"],
        "isolated": variant["expected"]["isolated"],
        "separate_groups": EXAMPLE["expected"]["pieces"],
        "category_gap": EXAMPLE["expected"]["category_gaps"],
        "load": ["B"],
    }
    assert after.betweenness == variant["expected"]["betweenness_unnormalised"]


def test_the_sentence_above_counts_all_groups_also_those_of_one():
    assert vars(summary(worked())) == {"stakeholders": 6, "links": 4, "wanted": 0, "groups": 2}


def test_findings_are_numbered_in_the_order_of_the_method():
    assert [each.number for each in findings(worked())] == [1, 2, 3, 4, 5, 6]


def test_a_wanted_link_counts_for_nothing_but_is_named_where_it_would_mend():
    found = {each.rule: each for each in findings(worked(tie("C-E", status="wanted")))}

    assert said(worked(tie("C-E", status="wanted"))) == said(worked())
    assert {rule for rule, each in found.items() if each.wanted} == {
        "critical_stakeholder",
        "critical_link",
    }


@pytest.mark.parametrize(
    ("wanted", "mends"),
    [
        ("A-C", {"critical_stakeholder", "critical_link", "category_gap"}),
        ("F-A", {"isolated", "separate_groups"}),
        ("A-B", set()),
    ],
)
def test_each_question_names_the_wanted_link_that_would_answer_it(wanted: str, mends: set):
    found = findings(worked(tie(wanted, status="wanted")))

    assert {each.rule for each in found if each.wanted} == mends


def test_a_wanted_link_within_a_circle_is_no_way_round_the_link_that_leads_out_of_it():
    ring = of("A-B B-C C-D D-A D-E")
    network = Network(ring.nodes, (*ring.ties, tie("A-C", status="wanted")))

    assert said(network)["critical_link"] == ["D-E"]
    assert [each.rule for each in findings(network) if each.wanted] == []


@pytest.mark.parametrize(
    ("contact", "stand_in", "is_one"),
    [("Clerk", False, True), ("Clerk", True, False), ("  ", False, False)],
)
def test_a_link_runs_through_one_person_with_a_contact_and_no_stand_in(contact, stand_in, is_one):
    assert ("one_person" in said(of("A-B", contact=contact, stand_in=stand_in))) == is_one


def test_several_links_through_the_same_person_however_the_role_is_typed():
    ties = [tie("A-B", contact="Tenancy officer"), tie("B-C", contact=" tenancy  OFFICER")]
    network = Network(of("A-B B-C C-D").nodes, (*ties, tie("C-D", contact="Clerk")))

    (found,) = [each for each in findings(network) if each.rule == "overloaded_contact"]

    assert [(each.role, [link.key for link in each.links]) for each in found.contacts] == [
        ("Tenancy officer", ["A-B", "B-C"])
    ]


def test_who_has_a_stand_in_is_not_the_only_contact():
    assert "overloaded_contact" not in said(of("A-B B-C", contact="Clerk", stand_in=True))


def test_two_rows_after_a_merge_are_one_link_and_two_contacts_are_not_one_person():
    network = of("A-B B-A", contact="Clerk")
    first, second = network.ties

    assert said(network)["one_person"] == ["A-B"]
    assert said(network)["critical_link"] == ["A-B"]
    assert summary(network).links == 1
    assert "one_person" not in said(replace(network, ties=(first, replace(second, contact="Aide"))))


def test_two_rows_are_drawn_as_strong_as_the_stronger():
    ties = (tie("A-B", strength="weak"), tie("B-A", strength="strong"))

    assert [link.strength for link in Network(of("A-B").nodes, ties).links] == ["strong"]


def test_a_key_stakeholder_hangs_by_one_thread_with_exactly_one_link():
    nodes = tuple(Node(key, key, key_one=key in "ABD") for key in "ABCD")
    network = Network(nodes, (tie("A-B"), tie("B-C")))

    assert said(network)["thinly_tied"] == ["A"]


def test_the_tray_is_no_category():
    nodes = (Node("A", "A", "unsorted"), Node("B", "B", "users_citizens"), Node("C", "C", ""))

    assert "category_gap" not in said(Network(nodes, ()))


def test_nobody_on_a_ring_carries_much_and_the_middle_of_a_star_does():
    ring = " ".join(f"{n:02}-{(n + 1) % 40:02}" for n in range(40))
    assert set(loads(of(ring)).values()) == {"medium"}
    star = loads(of("A-B A-C A-D"))
    assert star == {"A": "high", "B": "low", "C": "low", "D": "low"}


def test_the_middle_of_three_is_not_much_beside_a_large_network():
    ring = " ".join(f"{n:02}-{(n + 1) % 20:02}" for n in range(20))

    assert loads(of(f"{ring} X-Y Y-Z"))["Y"] == "low"


def test_without_one_the_others_fall_into_parts():
    gone = without(worked(), "B")

    assert [[node.key for node in part] for part in gone.parts] == [["A"], ["C"], ["D", "E"]]
    assert (gone.breaks, [node.key for node in gone.alone]) == (True, ["A", "C"])
    assert not without(worked(tie("C-E")), "D").breaks
    assert without(worked(), "F").parts == ()


def test_a_link_to_oneself_or_to_someone_who_is_not_here_is_no_link():
    odd = (Tie("self", "F", "F"), Tie("gone", "F", "hidden"), Tie("self2", "A", "A", "wanted"))

    assert said(worked(*odd)) == said(worked())
    assert worked(*odd).wanted == ()


def test_nobody_and_one_alone():
    assert findings(Network(())) == []
    assert said(of("", alone="A")) == {"isolated": ["A"]}


def test_every_finding_has_words_and_a_question():
    network = drawn_by_lot(20, 14, 6, seed=2)
    keyed = tuple(replace(node, key_one=True) for node in network.nodes)
    ties = (*network.ties, Tie("more", "000", "001", contact="Link worker"))
    found = findings(Network(keyed, ties))

    assert len(found) == 9
    for each in found:
        assert len(render_to_string(each.says, {"finding": each})) > 20
        assert render_to_string(each.asks, {"finding": each}).endswith("?")
