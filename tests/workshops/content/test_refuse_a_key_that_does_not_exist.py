"""Every key that a table mentions exists, and the check of each one bites."""

import pytest

from workshops.content.documents import read_document
from workshops.content.references import REFERENCES, keys, mentions
from workshops.content.schemas import known_tables

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "place", "target", "group"), REFERENCES)
def test_every_key_that_is_mentioned_exists(folder, name, place, target, group):
    tables = {table: read_document(folder / f"{table}.yaml") for table in known_tables()}
    known = keys(tables, target, group)
    mentioned = {key for _, key in mentions(tables[name].data, place)}
    assert mentioned
    assert mentioned <= known


@pytest.mark.parametrize(
    ("file", "key", "target"),
    [
        ("indicators.yaml", "      - capacity_and_resources", "barriers (items)"),
        ("indicators.yaml", "      - service_integration", "barometer_drivers (items)"),
        ("indicators.yaml", "      - kind: practice", "indicators (proxy_kinds)"),
        ("scenarios.yaml", "      - indicator: clear_outcomes", "indicators (items)"),
        ("scenarios.yaml", "      - lgiu_report", "sources (items)"),
        ("risk_cards.yaml", "      - systems_article", "sources (items)"),
        ("relationship_cards.yaml", "      - systems_article", "sources (items)"),
        ("case_studies.yaml", "      - zokaei_2010", "sources (items)"),
        ("case_studies.yaml", "  source: lgiu_report", "sources (items)"),
        ("characteristics.yaml", "  - ball_2023", "sources (items)"),
        ("barriers.yaml", "    set: interview_findings", "barriers (sets)"),
        ("prompt_cards.yaml", "  - step: close", "steps (items)"),
        ("prompt_cards.yaml", "table: barriers", "prompt_cards (items)"),
        ("prompt_cards.yaml", "card: whats_in_it", "relationship_cards (items)"),
        ("prompt_cards.yaml", "card: brent", "case_studies (items)"),
        ("agendas.yaml", "{step: close", "steps (items)"),
        ("steps.yaml", "    activity: diagnosis", "steps (activities)"),
        ("steps.yaml", "    stage: stage_2", "agendas (stages)"),
        ("worked_examples.yaml", "category: users_citizens", "stakeholder_categories (items)"),
        ("worked_examples.yaml", "      partners", "barometer_perspectives (items)"),
    ],
)
def test_a_key_that_does_not_exist_is_refused(folder, change, file, key, target, refusal):
    line = change(file, key, f"{key}_x")
    reason = f"is not a key in {target}."
    assert [
        mistake
        for mistake in refusal(folder)
        if mistake.startswith(f"hsi-2024/{file}, line {line}, ") and mistake.endswith(reason)
    ]
