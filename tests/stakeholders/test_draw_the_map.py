"""Nothing on the drawing covers anything else, whatever the names and however many."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from math import hypot
from random import Random

import pytest
from django.template.loader import render_to_string

from stakeholders.network import Drawing, Network, Node, drawing, findings
from stakeholders.network.picture import metrics
from stakeholders.network.picture.labels import WIDEST, lines_of, wide
from stakeholders.network.picture.painted import Spot
from stakeholders.network.picture.room import Rect, runs_through
from tests.stakeholders.networks import drawn_by_lot, of, tie, worked

RING = 25.5  # as wide as it is painted
LOTS = [(25, 30, 5, 1), (25, 45, 3, 2), (12, 14, 3, 3), (9, 6, 2, 4), (18, 17, 6, 5), (7, 21, 0, 6)]


def drawn(network: Network) -> Drawing:
    return drawing(network, findings(network))


def svg(network: Network) -> str:
    return render_to_string("stakeholders/map/_drawing.svg", {"drawing": drawn(network)})


def boxes(picture: Drawing) -> list[Rect]:
    plates = [box.dashed if box.isolated else box.plate for box in picture.boxes]
    return [Rect(p.left, p.top, p.left + p.width, p.top + p.height) for p in plates]


def rings(picture: Drawing) -> list[Rect]:
    return [Rect.around((each.x, each.y), RING, RING) for each in picture.badges]


def words(picture: Drawing) -> list[Rect]:
    return [Rect(w.left, w.top, w.left + w.width, w.top + w.height) for w in picture.words]


def names(picture: Drawing) -> list[Rect]:
    """The room of each line of text in a box: its letters, from their tops to their tails."""
    return [
        Rect(line.x - wide(line.text) / 2, line.y - 12, line.x + wide(line.text) / 2, line.y + 3)
        for box in picture.boxes
        for line in box.label
    ]


def overlaps(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    return [(one, other) for one, other in combinations(rects, 2) if one.meets(other)]


def apart(one: Spot, other: Spot) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def assert_is_clear(picture: Drawing) -> None:
    """No box, number, word or name on another, and all of it on the sheet."""
    assert overlaps(boxes(picture)) == []
    assert [pair for pair in combinations(picture.badges, 2) if apart(*pair) < RING] == []
    assert overlaps([*words(picture), *names(picture)]) == []
    others = [*words(picture), *names(picture)]
    assert [(ring, text) for ring in rings(picture) for text in others if ring.meets(text)] == []
    assert [(w, b) for w in words(picture) for b in boxes(picture) if w.meets(b)] == []
    for box in picture.boxes:
        assert max(wide(line) for line in box.box.lines) + 20 <= box.plate.width
    sheet = Rect(4, 4, picture.width - 4, picture.height - 4)
    for rect in (*boxes(picture), *rings(picture), *words(picture)):
        assert sheet.holds((rect.left, rect.top))
        assert sheet.holds((rect.right, rect.bottom))


@pytest.mark.parametrize("more", [(), ("C-E",)])
def test_nothing_covers_anything_in_the_worked_example(more: tuple[str, ...]):
    picture = drawn(worked(*(tie(link) for link in more)))

    assert_is_clear(picture)
    assert [box.isolated for box in picture.boxes] == [False] * 5 + [True]


@pytest.mark.parametrize("lot", LOTS)
def test_nothing_covers_anything_in_networks_of_up_to_25(lot: tuple[int, int, int, int]):
    picture = drawn(drawn_by_lot(*lot))

    assert picture.crowded == 0
    assert_is_clear(picture)


def test_the_numbers_on_the_drawing_are_those_of_the_rows():
    network = worked(tie("C-E", status="wanted"))
    numbered = {each.number: len(each.nodes) + len(each.links) for each in findings(network)}
    shown = [int(badge.text) for badge in drawn(network).badges]

    assert {n: shown.count(n) for n in numbered} == numbered


@pytest.mark.parametrize(
    ("lot", "bent"), [(LOTS[0], False), (LOTS[1], True), (LOTS[5], True), ((28, 70, 4, 60), False)]
)
def test_lines_pass_by_the_boxes_of_others_and_bend_where_they_must(lot: tuple, bent: bool):
    picture = drawn(drawn_by_lot(*lot))
    through = [
        (line.link.key, box.node.key)
        for line in picture.lines
        for box, rect in zip(picture.boxes, boxes(picture), strict=True)
        if box.node.key not in line.link.ends
        if any(runs_through(a, b, rect) for a, b in pairwise(points_of(line.path)))
    ]

    assert through == []
    assert any("Q" in line.path for line in picture.lines) == bent


def points_of(path: str) -> list[tuple[float, float]]:
    """Points along an SVG path of one straight line or one quadratic curve."""
    numbers = [float(each) for each in re.findall(r"-?[0-9]+", path)]
    start, *between, end = zip(numbers[::2], numbers[1::2], strict=True)
    bend = between[0] if between else ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return [
        tuple(
            (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
            for a, b, c in zip(start, bend, end, strict=True)
        )
        for t in (step / 20 for step in range(21))
    ]


def test_the_same_network_gives_the_same_drawing_in_whatever_order_it_comes():
    network = drawn_by_lot(12, 14, 3, 3)
    nodes = list(network.nodes)
    Random(1).shuffle(nodes)
    ties = [replace(each, one=each.other, other=each.one) for each in reversed(network.ties)]

    again = drawn(Network(tuple(nodes), tuple(ties)))

    assert again.boxes == drawn(network).boxes
    assert again.badges == drawn(network).badges
    assert svg(network) == svg(network)


def test_a_name_of_280_characters_is_shortened_and_stands_whole_in_its_title():
    name = "Ministry for the housing of everyone " * 7 + "and all the rest of them."[:21]
    network = Network((Node("A", name, "users_citizens"), *of("B-C").nodes), of("B-C").ties)

    lines = lines_of(name)

    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert f"<title>{name}</title>" in svg(network)
    assert_is_clear(drawn(network))


@pytest.mark.parametrize(
    "name", ["x" * 280, "🏠" * 140, "Llanfair" * 35, "é\u0301" * 140, " ", "…"]
)
def test_no_line_of_a_name_is_wider_than_its_box(name: str):
    assert max(wide(line) for line in lines_of(name)) <= WIDEST
    assert_is_clear(drawn(Network((Node("A", name), Node("B", "B")), (tie("A-B"),))))


def test_a_name_that_runs_from_right_to_left_is_set_so():
    network = Network((Node("A", "مجلس المدينة"), Node("B", "Council")), (tie("A-B"),))

    assert [box.box.runs for box in drawn(network).boxes] == ["rtl", "ltr"]
    assert svg(network).count('direction="rtl"') == 1


def test_without_our_fonts_names_are_given_rather_too_much_room(monkeypatch, tmp_path):
    ours = wide("District housing team (north)")
    monkeypatch.setattr(metrics, "FONTS", tmp_path)
    metrics.advance.cache_clear(), metrics.advances.cache_clear()
    try:
        assert ours < wide("District housing team (north)") < 1.3 * ours
    finally:
        metrics.advance.cache_clear(), metrics.advances.cache_clear()


def test_nobody_one_alone_and_a_link_to_oneself_are_drawn():
    assert svg(Network(())).count("<rect") == 0
    assert len(drawn(of("", alone="A")).boxes) == 1
    assert len(drawn(of("A-A")).lines) == 0


def test_names_are_text_and_never_markup():
    network = Network((Node("A", "<script>x</script> & co"),), ())

    assert "<script" not in svg(network)
