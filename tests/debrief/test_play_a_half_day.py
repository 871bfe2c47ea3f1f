"""The played half-day is what other tests look at, so what it promises is held here."""

import json

import pytest
from django.db import connection

from boards.models import Note
from tests.debrief.played.kept import Kept, kept, rows_of
from tests.debrief.played.rows import load
from tests.debrief.played.words import UNSEEN

EVERYTHING = {
    *("diagnosis", "stakeholders", "relationships", "first_response", "indicators"),
    *("additions", "proxies", "scenario", "debrief", "plan"),
}


@pytest.fixture(scope="module")
def full() -> Kept:
    return kept("full")


def part(day: Kept, key: str) -> dict:
    return next(each["data"] for each in day.snapshot["parts"] if each["key"] == key)


def test_every_activity_of_a_half_day_has_its_part(full):
    told = full.snapshot
    assert {each["key"] for each in told["parts"] if each["data"]} == EVERYTHING
    assert [name for name in ("pulse", "cards", "parked", "differently") if not told[name]] == []


def test_the_indicators_changed_seven_of_twelve_actions(full):
    marks = part(full, "debrief")["marks"]
    counts = {name: marks[name] for name in ("same", "changed", "new", "unmarked", "share")}
    assert counts == {"same": 5, "changed": 4, "new": 3, "unmarked": 1, "share": 58}


def test_it_took_other_times_than_were_planned(full):
    rows = full.snapshot["timing"][0]["rows"]
    assert sum(row["planned"] != row["actual"] for row in rows) > 5


def test_small_groups_are_told_of_together(full):
    here = full.snapshot["taking_part"][0]
    assert here["total"] == 12
    assert here["together"]["people"] == 6
    assert len(here["shown"]) == 2


@pytest.mark.parametrize("size", ["full", "scripts"])
def test_what_nobody_may_read_was_written_and_is_in_no_report(size):
    day = kept(size)
    told = json.dumps(day.snapshot, ensure_ascii=False) + day.html
    assert [words for words in UNSEEN if words in told] == []


def test_rows_can_be_read_into_another_database(transactional_db):
    load(rows_of("full"))
    assert Note.objects.filter(state="hidden").count() == 1
    assert Note.objects.filter(state="late").count() == 1
    assert Note.objects.filter(state="taken_back").count() == 1
    connection.check_constraints()


def test_a_day_in_many_scripts_leaves_a_note_sealed(transactional_db):
    load(rows_of("scripts"))
    assert Note.objects.filter(state="sealed").count() == 1
