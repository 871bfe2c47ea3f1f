"""A mistake in the content is refused with file, line, field and reason; nothing is changed."""

import pytest

from workshops.content.schemas import known_tables, validator

pytestmark = pytest.mark.django_db

# File, what stands there, what is put in its place; the field and the reason that are told.
# fmt: off
MISTAKES = [
    ("characteristics.yaml", "prompt: Ask", "promt: Ask",
     "items[untraceable].promt", "“promt” is not a field here. Did you mean “prompt”?"),
    ("characteristics.yaml", "order: 3", "order: three",
     "items[intractable].order", "This must be a whole number."),
    ("characteristics.yaml", "order: 3", "order: 4",
     "items[intractable].order", "This is entry 3 of its list, not 4."),
    ("characteristics.yaml", "label: Unsolved", "label:",
     "items[unsolved].label", "This must be a text."),
    ("characteristics.yaml", "label: Unsolved", 'label: " "',
     "items[unsolved].label", "This must not be empty or begin or end with a space."),
    ("characteristics.yaml", "key: unsolved", "key: Un-solved",
     "items[Un-solved].key", "A key is lower case letters, digits and underscores, 50 at most."),
    ("characteristics.yaml", "key: unsolved", "key: ill_defined",
     "items[ill_defined].key", "“ill_defined” is already used in this list."),
    ("characteristics.yaml", "short: No one answer.", "short: In the end, there is no one answer.",
     "items[unsolved].short", "This is too long by 11 characters."),
    ("characteristics.yaml", "version: 1", "version: 4",
     "version", "The set is at version 3."),
    ("characteristics.yaml", "version: 1", "version: 0",
     "version", "This must be 1 or more."),
    ("characteristics.yaml", "language: en-GB", "language: cy",
     "language", "The set is in en-GB."),
    ("characteristics.yaml", "table: characteristics", "table: character",
     "table", "This file must hold the table “characteristics”."),
    ("agendas.yaml", "total_minutes: 75", "total_minutes: 80",
     "items[stage_1_only].total_minutes", "The steps add up to 75 minutes."),
    ("agendas.yaml", "total_minutes: 75", "total_minutes: 1000",
     "items[stage_1_only].total_minutes", "This must be 480 or less."),
    ("agendas.yaml", "{step: break, minutes: 10}", "{step: break, minutes: '10'}",
     "items[half_day_3h].steps[8].minutes", "This must be a whole number."),
    ("agendas.yaml", "format: combined", "format: mixed",
     "items[half_day_3h].format", "“mixed” is not one of combined, split."),
    ("steps.yaml", "mode: vote", "mode: votes", "items[stakeholders_key].mode",
     "“votes” is not one of read, write, agree, vote, suggest, mark, pause."),
    ("steps.yaml", "Back in {minutes}", "Back in {length}",
     "items[break].say", "“{length}” cannot be filled in; only {minutes} can."),
    ("barriers.yaml", "count: 7", "count: 8",
     "sets[systems_leadership].count", "The table has 7 of this set."),
    ("barometer_drivers.yaml", "detail_count: 21", "detail_count: 20",
     "items[shared_leadership_partnership].detail_count", "The driver has 21."),
    ("barometer_drivers.yaml", "aspiration_count: 13", "aspiration_count: 12",
     "items[shared_leadership_partnership].aspiration_count", "The driver has 13."),
    ("barometer.yaml", "value: 5", "value: 6",
     "scale_default.points[5].value", "This must be 5 or less."),
    ("barometer.yaml", "    - {value: 5, label: How we do things here}\n", "",
     "scale_default.points", "This list needs 5 or more entries; it has 4."),
    ("scenarios.yaml", "fictional: true", "fictional: false",
     "items[edge_of_care].fictional", "This must be true, not false."),
    ("set.yaml", "- use_cases", "- use_case", "tables[2]", "“use_case” is not a table we know."),
    ("set.yaml", "- use_cases", "- sources",
     "tables[2]", "“sources” stands in this list twice."),
    ("set.yaml", "key: hsi-2024", "key: HSI 2024", "key",
     "The key of a set is lower case letters, digits and hyphens, 50 at most."),
]

NOT_PLAIN = [
    ("label: Un: solved", 0, "This is not YAML: mapping values are not allowed here."),
    ("label: [Unsolved", 1, "This is not YAML: expected ',' or ']', but got ':'."),
    ("label: Un\x07solved", 0, "There is a character here that no file may hold."),
    ("label: A\n    label: B", 1, "“label” stands here twice."),
    ("label: !!set {a}", 0, "Tags such as “!!set” are not used here."),
    ("label: !!python/name:os", 0, "Tags such as “!!python/name:os” are not used here."),
    ("label: *nobody", 0, "This is not YAML: found undefined alias 'nobody'."),
    ("label: &a [x]\n    also: *a", 0, "Write the text out again; “&” and “*” are not used here."),
    ("? [label]\n    : Unsolved", 0, "The name of a field must be a word."),
]
# fmt: on


@pytest.mark.parametrize(("file", "old", "new", "field", "reason"), MISTAKES)
def test_a_mistake_is_told_with_file_line_field_and_reason(
    folder, change, refusal, file, old, new, field, reason
):
    line = change(file, old, new)
    if not new:  # what was taken out is told where its list begins
        line -= 5
    assert f"hsi-2024/{file}, line {line}, {field}: {reason}" in refusal(folder)


@pytest.mark.parametrize(("new", "later", "reason"), NOT_PLAIN)
def test_what_is_not_plain_yaml_is_told_with_its_line(folder, change, refusal, new, later, reason):
    line = change("characteristics.yaml", "label: Unsolved", new)
    assert refusal(folder) == [f"hsi-2024/characteristics.yaml, line {line + later}: {reason}"]


def test_a_missing_field_is_told_at_the_item_that_lacks_it(folder, change, refusal):
    line = change("characteristics.yaml", "    label: Unsolved\n", "")
    assert refusal(folder) == [
        f"hsi-2024/characteristics.yaml, line {line - 2}, items[unsolved].label: "
        "“label” is missing."
    ]


def test_all_mistakes_of_all_files_are_told_at_once(folder, change, refusal):
    first = change("characteristics.yaml", "label: Unsolved", "lable: Unsolved")
    second = change("indicators.yaml", "order: 2", "order: two")
    assert refusal(folder) == [
        f"hsi-2024/characteristics.yaml, line {first - 2}, items[unsolved].label: "
        "“label” is missing.",
        f"hsi-2024/characteristics.yaml, line {first}, items[unsolved].lable: "
        "“lable” is not a field here. Did you mean “label”?",
        f"hsi-2024/indicators.yaml, line {second}, items[clear_outcomes].order: "
        "This must be a whole number.",
    ]


def test_a_mistake_in_a_new_version_leaves_the_old_one_as_it_was(content, folder, change, refusal):
    change("set.yaml", "version: 3", "version: 4")
    change("characteristics.yaml", "label: Unsolved", "lable: Unsolved")
    assert len(refusal(folder)) == 2


def test_lists_nested_without_end_are_refused(folder, change, refusal):
    change("characteristics.yaml", "label: Unsolved", f"label: {'[' * 5000}")
    assert refusal(folder) == [
        "hsi-2024/characteristics.yaml, line 1: The lists in this file are nested too deeply."
    ]


def test_a_missing_file_an_empty_one_and_one_that_is_no_text_are_told(folder, refusal):
    (folder / "barriers.yaml").unlink()
    (folder / "indicators.yaml").write_text("# nothing yet\n")
    (folder / "scenarios.yaml").write_bytes(b"table: \xff\xfe")
    (folder / "use_cases.yaml").write_text("- a list\n")
    assert refusal(folder) == [
        "hsi-2024/barriers.yaml, line 1: There is no such file.",
        "hsi-2024/indicators.yaml, line 1: The file is empty.",
        "hsi-2024/scenarios.yaml, line 1: This cannot be read as a UTF-8 text file.",
        "hsi-2024/use_cases.yaml, line 1: This must be a set of fields.",
    ]


def test_a_folder_without_a_head_is_refused(tmp_path, refusal):
    assert refusal(tmp_path / "nowhere") == ["nowhere/set.yaml, line 1: There is no such file."]


def test_a_table_that_the_head_forgets_is_missed(folder, change, refusal):
    line = change("set.yaml", "tables:", "tables:")
    change("set.yaml", "  - use_cases\n", "")
    assert refusal(folder) == [
        f"hsi-2024/set.yaml, line {line}, tables: “use_cases” is missing from this list."
    ]


@pytest.mark.parametrize("table", sorted(known_tables() | {"set"}))
def test_no_schema_lets_an_unknown_field_pass(table):
    closed = [schema.get("additionalProperties") for schema in _objects(validator(table).schema)]
    assert closed == [False] * len(closed)


def _objects(schema):
    """Yield every part of a schema that lists its fields."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and "type" in schema:
            yield schema
        for inner in schema.values():
            yield from _objects(inner)
