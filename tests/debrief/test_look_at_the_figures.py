"""Every figure of a whole report: words in itself, a table around or after it, and no style."""

import re
from xml.etree import ElementTree

import pytest

from tests.debrief.played.kept import kept

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def html() -> str:
    return kept("full").html


@pytest.fixture(scope="module")
def figures(html) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(each) for each in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def test_every_figure_begins_with_its_words(figures):
    assert len(figures) > 60
    assert [each for each in figures if each[0].tag != f"{SVG}title"] == []
    assert [each for each in figures if not (each[0].text or "").strip()] == []


def test_figures_have_attributes_only(figures):
    marks = [mark for each in figures for mark in each.iter()]
    assert [
        mark.tag for mark in marks if {"style", "opacity", "fill-opacity"} & set(mark.attrib)
    ] == []
    assert {mark.tag.removeprefix(SVG) for mark in marks} <= {
        *("svg", "title", "g", "path", "rect", "circle", "line", "text", "polygon", "tspan"),
    }


def test_nothing_of_a_figure_is_larger_than_its_frame(figures):
    for each in figures:
        _left, _top, wide, high = map(float, each.attrib["viewBox"].split())
        for mark in each.iter():
            for name, room in [("x", wide), ("x1", wide), ("x2", wide), ("y", high), ("y2", high)]:
                assert -1 <= float(mark.get(name, 0)) <= room, ElementTree.tostring(mark)


@pytest.mark.parametrize(
    ("figure", "its_table"),
    [
        ("report__level-drawn", "report__compared"),
        ("report__boxes", "report__marked"),
        ("report__dots", "report__ratings"),
        ("drawn", "report__links"),
    ],
)
def test_a_figure_that_is_no_row_of_a_table_is_followed_by_one(html, figure, its_table):
    drawn, table = html.rindex(f'class="{figure}"'), html.rindex(f'class="{its_table}"')
    assert drawn < table


def test_no_figure_says_a_score_or_an_average(figures):
    words = " ".join(each[0].text or "" for each in figures).lower()
    assert not re.search(r"\b(score|average|mean|total|index|rank)\b", words)
