"""The data keep to their published schema, and the schema tells right from wrong."""

import json
from copy import deepcopy

import jsonschema
import pytest

from debrief.forms.schema import SCHEMA_FILE
from debrief.snapshot import SCHEMA
from tests.debrief.played.kept import kept

READER = jsonschema.Draft202012Validator(
    json.loads(SCHEMA_FILE.read_text()), format_checker=jsonschema.FormatChecker()
)


def faults(data: dict) -> list[str]:
    return [f"{error.json_path}: {error.message}"[:300] for error in READER.iter_errors(data)]


@pytest.fixture
def data(forms) -> dict:
    return json.loads(forms.made("json").read_text())


def test_the_schema_is_a_schema_and_of_the_number_that_the_data_have(data):
    READER.check_schema(READER.schema)
    assert SCHEMA_FILE.name == f"report-{SCHEMA}.json"
    assert data["schema"] == SCHEMA


def test_a_full_report_keeps_to_it(data, played):
    assert data == played.snapshot
    assert faults(data) == []


@pytest.mark.parametrize("size", ["smallest", "scripts"])
def test_so_does_a_report_of(size):
    assert faults(kept(size).snapshot) == []


def test_a_list_of_figures_that_is_cut_off_is_told(data):
    del data["timing"][0]["rows"][0]["planned"]
    assert len(faults(data)) == 1


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (["notes", "1.1", "writer"], "Kit"),
        (["notes", "1.1", "written_at"], "2026-11-22T10:00:00Z"),
        (["notes", "1.1", "text"], None),
        (["version"], "1"),
        (["taken_at"], "yesterday"),
        (["parked"], ["someone's note"]),
        (["parts", 0, "data", "descriptions", 0, "reasons"], -1),
        (["parts", 0, "data", "descriptions", 0, "calls", "maybe"], 3),
        (["parts", 0, "key"], "horoscope"),
    ],
)
def test_what_does_not_belong_there_is_refused(data, place, wrong):
    changed = deepcopy(data)
    within = changed
    for step in place[:-1]:
        within = within[step]
    within[place[-1]] = wrong
    assert faults(changed) != []
