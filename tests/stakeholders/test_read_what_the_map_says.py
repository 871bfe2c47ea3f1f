"""The findings in words, and the sentence by which the drawing is known to who cannot see it."""

import re

from django.template.loader import render_to_string

from stakeholders.network import Network, Node, drawing, findings, summary
from tests.stakeholders.networks import of, tie, worked


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def rows(network: Network) -> list[list[str]]:
    """The cells of each row of the table, as text."""
    told = {"findings": findings(network), "summary": summary(network)}
    html = render_to_string("stakeholders/map/_findings.html", told)
    found = re.findall(r"<tr>(.*?)</tr>", html, re.S)[1:]
    return [[plain(cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row, re.S)] for row in found]


def test_the_table_of_the_worked_example_reads_as_the_method_puts_it():
    assert rows(worked(tie("C-E", status="wanted"))) == [
        [
            "1",
            "Council; Charity",
            "If this one drops out, others lose touch."
            "Would Hospital to Residents’ group be a way round?",
        ],
        [
            "2",
            "All 4 links",
            "There is no way round this link.Would Hospital to Residents’ group close a circle?",
        ],
        [
            "3",
            "District housing",
            "Nobody is linked with this one yet.Who knows them already?",
        ],
        [
            "4",
            "Department, Council, Hospital, Charity, Residents’ group; District housing",
            "These groups do not reach each other.Who could introduce one group to another?",
        ],
        [
            "5",
            "national with delivery; national with users and citizens; "
            "local with users and citizens",
            "No link in any of these pairs of kinds. 3 of 6 pairs.Which one first?",
        ],
        ["6", "Council; Charity", "Much runs through here.What could go another way?"],
    ]


def test_a_link_through_one_person_names_the_role():
    (number, where, _), *_ = rows(of("A-B", contact="Tenancy officer"))

    assert (number, where) == ("1", "A to B (Tenancy officer)")


def test_the_drawing_is_called_by_what_it_shows():
    picture = drawing(worked(), findings(worked()))
    svg = render_to_string("stakeholders/map/_drawing.svg", {"drawing": picture, "id": "map"})

    assert 'role="img" aria-labelledby="map-title"' in svg
    assert plain(re.search(r'<title id="map-title">(.*?)</title>', svg, re.S)[1]) == (
        "6 stakeholders, 4 links, 2 groups that do not reach each other. "
        "If this one drops out, others lose touch. Council, Charity. "
        "Nobody is linked with this one yet. District housing."
    )


def test_names_in_the_table_are_text_and_never_markup():
    network = Network((Node("A", "<i>A</i>"),))

    (_, where, _), *_ = rows(network)

    assert where == "&lt;i&gt;A&lt;/i&gt;"
