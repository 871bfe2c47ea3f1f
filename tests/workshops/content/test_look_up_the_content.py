"""What the product asks of its content, counted as the method counts it."""

import pytest

from workshops.content.reading import spoken
from workshops.content.references import mentions

pytestmark = pytest.mark.django_db


def test_the_content_is_loaded_with_its_version_sources_and_licence(capsys, content):
    assert capsys.readouterr().out == "Healthy System Indicators, 2024, version 3: loaded.\n"
    assert (content.key, content.version, content.language) == ("hsi-2024", 3, "en-GB")
    assert "Open Government Licence v3.0" in content.licence
    assert len(content.head("set")["credits"]) == 6


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("sources", 15),
        ("characteristics", 8),
        ("stakeholder_categories", 4),
        ("indicators", 10),
        ("use_cases", 6),
        ("scenarios", 10),
        ("barometer_drivers", 6),
        ("barometer_perspectives", 4),
        ("barometer_ambition", 5),
        ("check_plan_do", 3),
        ("problem_types", 4),
        ("system_features", 4),
        ("recommendations", 6),
        ("barriers", 14),
        ("risk_cards", 7),
        ("relationship_cards", 10),
        ("case_studies", 2),
        ("prompt_cards", 8),
        ("agendas", 5),
        ("feature_map", 12),
        ("worked_examples", 3),
    ],
)
def test_every_table_has_all_its_items(table, count, content):
    assert len(content.items(table)) == count


@pytest.mark.parametrize(
    ("table", "place", "count"),
    [
        ("characteristics", "fit_options[]", 4),
        ("characteristics", "items[].example_reasons[]", 16),
        ("indicators", "items[].proxies[]", 30),
        ("indicators", "items[].linked_risks[]", 20),
        ("scenarios", "items[].focus_prompts[]", 50),
        ("barometer_drivers", "items[].statement[]", 23),
        ("barometer_drivers", "items[].aspirations[]", 70),
        ("barometer_drivers", "items[].aspirations[].details[]", 41),
        ("agendas", "ground_rules[]", 4),
        ("agendas", "ground_rules_short[]", 4),
        ("agendas", "pulse[]", 2),
    ],
)
def test_every_item_has_all_its_parts(table, place, count, content):
    assert len(list(mentions(content.tables[table], place))) == count


def test_the_three_sets_of_barriers_have_four_seven_and_three(content):
    sets = [barrier["set"] for barrier in content.items("barriers")]
    sizes = [sets.count(each["key"]) for each in content.head("barriers")["sets"]]
    assert sizes == [4, 7, 3]


def test_an_agenda_names_its_steps_and_their_minutes(content):
    row = content.item("agendas", "half_day_3h")["steps"][2]
    assert row == {"step": "diagnosis_write", "minutes": 12}


def test_a_step_has_its_script(content):
    step = content.item("steps", "diagnosis_write")
    assert (step.label, step["title"]) == ("Diagnosis: write reasons", "Write reasons")
    assert (step["activity"], step["stage"], step["mode"]) == ("diagnosis", "stage_1", "write")
    assert step["do"][1] == "Watch for empty descriptions"
    assert step["now"].startswith("on your own, write a reason")


def test_the_break_says_how_long_it_is(content):
    step = content.item("steps", "break")
    assert "stage" not in step
    assert spoken(step["say"], 15) == "Back in 15 minutes, please."
    assert spoken(step["now"], 15) == "take a break of 15 minutes. The boards can be read."


def test_an_item_is_found_by_its_key(content):
    found = content.item("characteristics", "ill_defined")
    assert (found.key, found.order, found.label) == ("ill_defined", 1, "Ill-defined")
    with pytest.raises(KeyError):
        content.item("characteristics", "well_defined")


def test_the_head_of_a_table_leaves_its_items_out(content):
    head = content.head("characteristics")
    assert [option["key"] for option in head["fit_options"]] == [
        "strong",
        "partial",
        "none",
        "not_sure",
    ]
    assert "items" not in head


def test_words_that_yaml_would_turn_into_true_or_false_stay_words(content):
    pulse = content.head("agendas")["pulse"][0]
    assert [option["key"] for option in pulse["options"]] == ["yes", "partly", "no"]
