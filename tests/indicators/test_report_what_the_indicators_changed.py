"""Sections 12 and 13 of the report: every figure is counted again here, from the rows."""

import re

import pytest
from django.template.loader import render_to_string

from debrief.snapshot import snapshot_of
from indicators.difference.chart import HIGH, WIDE, chart_of
from indicators.difference.report import report_part
from indicators.models import Response
from tests.boards import conftest as boards
from tests.indicators.debrief_room import DebriefRoom

MARKS = ["same"] * 5 + ["changed"] * 4 + ["new"] * 3 + [""]


@pytest.fixture
def room(db, checked_content) -> DebriefRoom:
    """The brief's example: 5 same, 4 changed, 3 new, and one that nobody marked."""
    running = DebriefRoom(boards.planned(checked_content))
    running.begin()
    first, running.dropped = running.at_first("Action 0"), running.at_first("Close the files")
    running.go_round("local")
    first.keep(running.writer)
    for number in range(1, len(MARKS)):
        running.then(f"Action {number}", ticks=["right_people"])
    running.go_to("scenario_debrief")
    responses = Response.objects.of(running.session).with_indicators()
    for response, mark in zip(responses, MARKS, strict=True):
        Response.objects.filter(pk=response.pk).update(mark=mark)
    return running


def words_of(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def rendered(room) -> str:
    """Its two sections as the report has them, from the snapshot alone."""
    snapshot, _used = snapshot_of(room.session.workshop)
    told = [each for each in snapshot["sections"] if each["key"] in ("changed", "risks")]
    return "".join(
        render_to_string("debrief/_section.html", {"section": each, "snapshot": snapshot})
        for each in told
        if each["state"] == "told"
    )


def test_every_figure_is_that_of_the_rows_and_the_share_that_of_the_brief(room):
    part, html = report_part(room.session), rendered(room)
    rows = [row.mark for row in Response.objects.of(room.session).with_indicators()]

    marks = part["marks"]
    assert (marks["made_different"], marks["marked"], marks["share"]) == (7, 12, 58)
    assert marks["unmarked"] == rows.count("") == 1
    for name in ("same", "changed", "new"):
        assert marks[name] == rows.count(name)
    finding = "7 of 12 marked actions are changed or new, 58%."
    assert f"{finding} 1 more has no mark" in words_of(html)
    svg = html[html.index('class="report__boxes"') :]
    svg = svg[: svg.index("</svg>")]
    assert svg.count("<g ") == len(rows)
    assert f"<title>{finding}" in svg
    assert "style=" not in svg


def test_actions_stand_in_the_order_of_their_marks_and_what_was_counted_beside_them(room):
    part, html = report_part(room.session), rendered(room)

    actions, found = part["actions"], part["difference"]
    assert [each["mark"] for each in actions] == MARKS
    assert actions[0]["indicators"] == []
    assert actions[1]["indicators"] == ["Right people at the table"]
    counts = found["levels"][0]["counts"]
    assert (counts["kept"], counts["added"], counts["dropped"]) == (1, 12, 1)
    assert found["levels"][1]["is_told"] is False
    assert found["lines"][-1]["changes"] == ["dropped"]
    assert "What differs from the first response" in words_of(html)
    assert "Close the files" in html


def test_no_difference_is_said_as_a_result(db, checked_content):
    room = DebriefRoom(boards.planned(checked_content))
    room.begin()
    first = room.at_first("Ring Kit")
    room.go_round("local")
    kept = first.keep(room.writer)
    room.go_to("scenario_debrief")
    room.mark(kept, "same")

    words = words_of(rendered(room))
    assert "0 of 1 marked actions are changed or new, 0%." in words
    assert "The indicators changed nothing here. That is a result." in words
    assert "No difference: every action is as it was at first." in words


def test_the_hatch_of_a_box_stays_within_it():
    chart = chart_of({"same": 20, "changed": 1, "new": 0, "unmarked": 3})

    assert len({(box.x, box.y) for box in chart.boxes}) == 24
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for x, y, *_end in chart.hatch)
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for *_start, x, y in chart.hatch)
    assert max(box.x for box in chart.boxes) + WIDE < chart.width


def test_risks_have_two_boxes_and_what_is_taken_back_is_in_no_table(room):
    responses = Response.objects.of(room.session).with_indicators()
    action, other = responses.get(note__text="Action 5"), responses.get(note__text="Action 1")
    room.risk(action, "Three projects stall.")
    room.dropped.note.take_back(room.writer)
    other.note.take_back(room.writer)

    part, html = report_part(room.session), rendered(room)
    (risk,) = part["risks"]
    assert risk["action"] == {"notes": [str(action.note_id)]}
    assert len(risk["if_we_do_nothing"]["notes"]) == 1
    assert risk["if_we_act"]["notes"] == []
    assert "Three projects stall." in html
    assert "Close the files" not in html
    assert "Action 1<" not in html
    assert part["marks"]["total"] == 12


def test_before_the_debrief_there_is_no_part(db, checked_content):
    room = DebriefRoom(boards.planned(checked_content))
    room.begin()
    assert report_part(room.session) is None
