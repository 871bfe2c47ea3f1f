"""What the check list says of things that are not there yet, by rule."""

from types import SimpleNamespace

import pytest

from boards.models import Note
from debrief.checking import rules, to_know
from debrief.checking.check_list import CheckList
from debrief.models import Report


def draft_with(**snapshot):
    return SimpleNamespace(snapshot={"notes": {}, "parts": [], **snapshot})


def where(points) -> list[str]:
    return [point.where for point in points]


def test_an_action_without_an_owner_is_told_with_its_words():
    actions = [{"note": "2.1", "owner": ""}, {"note": "2.2", "owner": "Council"}, {"owner": ""}]
    notes = {"2.1": {"text": "Name a second person"}, "2.2": {"text": "Ring everyone"}}
    draft = draft_with(notes=notes, parts=[{"key": "plan", "data": {"actions": actions}}])
    assert [(point.where, point.words) for point in rules.ownerless(draft)] == [
        ("Action 1 of the plan", "Name a second person"),
        ("Action 3 of the plan", ""),
    ]


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        ([], ["No finding is written yet."]),
        (
            [{"line": "One", "notes": ["1.1"]}, {"line": "Two", "notes": []}],
            ["2 of three findings are written.", "Finding 2 names no notes behind it."],
        ),
        ([{"line": "One", "notes": ["1.1"]}] * 3, []),
    ],
)
def test_three_findings_with_notes_are_asked_for(findings, told):
    assert where(rules.findings(draft_with(one_page={"findings": findings}))) == told


def test_kinds_that_are_only_told_together_are_named():
    group = {"together": {"kinds": ["National", "Local"]}, "total": 5, "shown": []}
    alone = {"together": {"kinds": []}, "total": 2, "shown": []}
    few = [{"questions": [{"counts": None}]}]
    parts = [{"data": {"rating": {"together": ["Users", "Partners"]}}}, {"data": None}]
    draft = draft_with(taking_part=[group, alone], pulse=few, parts=parts)
    assert where(to_know.small_groups(draft)) == [
        "Counted together in “Who took part”: National, Local.",
        "Where people speak from is not shown.",
        "Told together in the ratings: Users, Partners.",
        "A closing question is not counted: fewer than three people answered.",
    ]


def test_a_late_note_and_a_session_that_runs_are_asked_about(room):
    room.write(room.person("Kit"), "unsolved", "It comes back each winter")
    Note.objects.update(state="late")
    found = [point.where for point in CheckList(room.session.workshop).open]
    assert "1 late note waits on the console. Half-day." in found
    assert "Half-day has not ended." in found


def test_a_version_on_its_way_or_without_a_pdf_is_told(room):
    Report.ask(room.session.workshop, None)
    listed = [point.where for point in CheckList(room.session.workshop).told]
    assert "Version 1 is being made; the next one waits for its turn." in listed
    Report.objects.update(state="failed", error="disk")
    listed = " ".join(point.where for point in CheckList(room.session.workshop).told)
    assert "Version 1 has no PDF. The server’s disk is full" in listed


def test_notes_hidden_since_the_release_are_counted(room):
    kit = room.person("Kit")
    first, second = (room.write(kit, "unsolved", text) for text in ("One", "Two"))
    first.hide(room.console, "Twice there")
    workshop = room.session.workshop
    Report.release(workshop, workshop.owner, CheckList(workshop).draft.digest)
    second.hide(room.console, "Twice there")
    assert "2 notes are hidden and in no report. 1 was hidden since version 1 was released." in [
        point.where for point in CheckList(workshop).told
    ]
