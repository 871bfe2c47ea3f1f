"""Every section has its number in every report; what was not run is one line in its place."""

import re

import pytest
from django.utils import timezone

from boards.models import Board
from debrief.printing import printable
from debrief.sections import SECTIONS, sections_of
from debrief.snapshot import snapshot_of
from workshops.models import Workshop

# The method's own list (domain brief 6), but for the one that nothing of is built yet.
NUMBERS = [*range(1, 16), *range(17, 21)]


@pytest.fixture
def transactional_db(db):
    """Nobody else looks on: what a test does is rolled back, which is faster."""


def part(key: str, session: str = "", state: str = "ran", data: dict | None = None) -> dict:
    return {"key": key, "title": key, "session": session, "state": state, "data": data}


def told_of(parts: list[dict], key: str) -> list[dict]:
    return [each for each in sections_of(parts, set()) if each["key"] == key]


def words_of(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_the_sections_are_those_of_the_method_in_its_order():
    assert [section.number for section in SECTIONS] == NUMBERS
    assert [each["number"] for each in sections_of([], set())] == NUMBERS


def test_a_workshop_with_nothing_in_it_says_so_line_by_line(workshop):
    page = printable({**snapshot_of(workshop)[0], "version": 1})
    words = words_of(page)
    assert "6 Diagnosis: planned, but not reached." in words
    assert "8 Relationship map: not planned for this workshop." in words
    assert 'id="diagnosis-title"' not in page
    assert "16 " not in words_of(page.split('aria-labelledby="contents"')[1].split("</nav>")[0])


def test_every_section_is_in_the_contents_with_its_number(damp):
    page = printable({**snapshot_of(damp.session.workshop)[0], "version": 1})
    contents = page.split('aria-labelledby="contents"')[1].split("</nav>")[0]
    listed = re.findall(r'(\d+)</span>\s*<a href="#([a-z0-9-]+)"', contents)
    assert listed == [(str(each.number), each.key) for each in SECTIONS]


def test_the_same_thing_over_two_sessions_is_told_twice_and_named():
    one = {"descriptions": []}
    parts = [part("diagnosis", "Stage 1", data=one), part("diagnosis", "Stage 2", data=one)]
    found = [
        (each["anchor"], each["session"], each["parts"]) for each in told_of(parts, "diagnosis")
    ]
    assert found == [("diagnosis", "Stage 1", [0]), ("diagnosis-2", "Stage 2", [1])]


def test_what_two_activities_tell_of_one_session_is_one_section():
    one = {"indicators": []}
    parts = [part("indicators", data=one), part("additions"), part("proxies", data=one)]
    (told,) = told_of(parts, "indicators")
    assert told["parts"] == [0, 2]


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ([], "not_planned"),
        ([part("plan", state="left_out")], "left_out"),
        ([part("plan", state="not_reached"), part("plan", state="left_out")], "not_reached"),
        ([part("plan", state="ran")], "ran"),
        ([part("plan", state="ran", data={"actions": []})], "empty"),
    ],
)
def test_a_section_without_anything_says_why(parts, state):
    (told,) = told_of(parts, "barriers")
    assert (told["state"], told["parts"]) == (state, [])


def test_two_sessions_have_a_board_of_notes_each(grace, content):
    workshop = Workshop.plan(
        grace,
        content,
        starts_at=timezone.now(),
        policy_area="Damp",
        use_case="local_convene",
        format="two_sessions",
    )
    for number, session in enumerate(workshop.sessions.all(), start=1):
        step = session.steps.first()
        step.activity_key = "diagnosis"
        step.activity.open(step)
        step.save()
        board = Board.open_for(step)
        board.columns.get(key="unsolved").notes.create(text=f"Words of session {number}", order=1)
    made = snapshot_of(workshop)[0]
    assert {number: note["text"] for number, note in made["notes"].items()} == {
        "7.1": "Words of session 1",
        "B7.1": "Words of session 2",
    }
    html = printable({**made, "version": 1})
    assert len(re.findall(r'id="note-(7-1|B7-1)"', html)) == 2
    assert "Diagnosis, Stage 1" in html
    assert 'id="diagnosis-2"' in html
