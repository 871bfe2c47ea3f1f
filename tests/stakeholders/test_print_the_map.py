"""The drawing on A4: of a size to be read, names of every script set as they are written."""

import re

import pytest
from django.template.loader import render_to_string

from stakeholders.network import Drawing, Network, Node, drawing, findings
from stakeholders.network.picture.paper import ACROSS, UPRIGHT, fitted, on_paper, upright
from tests.stakeholders.networks import drawn_by_lot, tie, worked

ARABIC, HINDI = "مجلس المدينة", "नगर परिषद"
MIXED = Network((Node("A", ARABIC), Node("B", "Llŷr"), Node("C", HINDI)), (tie("A-B"), tie("B-C")))


def drawn(network: Network) -> Drawing:
    return drawing(network, findings(network))


def sheet(network: Network, paper: bool) -> str:
    told = {"drawing": drawn(network), "id": "map", "paper": paper}
    return render_to_string("stakeholders/map/_sheet.html", told)


def texts(html: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", html)


@pytest.mark.parametrize(
    ("network", "across"), [(worked(), False), (drawn_by_lot(30, 36, 5, 1), True)]
)
def test_it_fits_its_page_and_a_wide_one_turns_the_page(network: Network, across: bool):
    paper = on_paper(drawn(network))

    assert paper.across == across
    room = ACROSS if across else UPRIGHT
    assert paper.width <= room[0]
    assert paper.height <= room[1]
    assert ("drawn-sheet--across" in sheet(network, paper=True)) == across


def test_a_map_too_wide_for_an_upright_page_is_drawn_higher_than_wide_for_it():
    network = drawn_by_lot(14, 16, 3, 1)
    wide, tall = drawn(network), upright(drawn(network), network)

    assert tall.height > wide.height
    assert fitted(tall, UPRIGHT) > fitted(wide, UPRIGHT)
    assert len(tall.boxes) == len(wide.boxes)
    assert upright(tall, network) == tall  # what fits as well is kept


def test_names_whose_letters_join_are_text_over_the_drawing_on_paper():
    html = sheet(MIXED, paper=True)

    assert re.findall(r'<div class="drawn-name" dir="(\w+)"', html) == ["rtl", "ltr"]
    assert f"<div>{ARABIC}</div>" in html
    assert f"<div>{HINDI}</div>" in html
    assert "Llŷr" in texts(html)
    assert not {ARABIC, HINDI} & set(texts(html))


def test_on_a_page_the_drawing_holds_every_name_and_no_style():
    html = sheet(MIXED, paper=False)

    assert {ARABIC, HINDI, "Llŷr"} <= set(texts(html))
    assert "style=" not in html


def test_a_name_over_the_drawing_is_text_and_never_markup():
    html = sheet(Network((Node("A", f"{ARABIC} <b>x</b>"),)), paper=True)

    assert "<b>" not in html
