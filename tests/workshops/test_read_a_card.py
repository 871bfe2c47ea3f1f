"""What stands on a prompt card: its words, one question, its source, the figures of a case."""

import pytest

from workshops.cards import all_cards, suggested

pytestmark = pytest.mark.django_db
NEATH = "case_studies-neath_port_talbot"


@pytest.fixture
def cards(content):
    return all_cards(content)


def test_every_card_has_a_title_a_text_one_question_and_a_source(cards):
    assert len(cards) == 4 + 4 + 10 + 7 + 3 + 6 + 14 + 2
    for card in cards.values():
        assert card.title
        assert card.text
        assert card.source.endswith(("2022", "2010", "2013", "2005", "1999", "n.d.")), card.source
        assert card.question.endswith(("?", "."))
        assert card.question.count("?") <= 2


def test_a_card_says_where_it_is_from(cards):
    assert cards["risk_cards-safe_to_fail"].source == (
        "Building systems: the lessons to be learned, 2022; "
        "State of Readiness Barometer: West Midlands, 2013"
    )


def test_what_a_table_keeps_in_several_fields_is_one_text(cards):
    assert cards["check_plan_do-check"].text == (
        "Study what the present system does and why. Gives solid knowledge of the system as it "
        "stands and shows where waste may come from."
    )
    assert cards["problem_types-simple"].text == (
        "Some basic technique or vocabulary may be all that is needed. Success is close to "
        "assured. Follow the known recipe; this workshop is not needed."
    )
    assert cards["problem_types-simple"].question == "Which column are we in?"


def test_a_case_has_its_figures_as_the_source_gives_them(cards):
    rows = {row["key"]: (row["value"], row["after"]) for row in cards[NEATH].before_after}
    assert rows == {
        "end_to_end": (675, 64),
        "flow_steps": (291, 34),
        "preventable_demand": (71, 40),
        "delivery_cost": (499, 319),
        "works_cost": (7000, 6300),
        "dropouts": (33, 0),
    }
    facts = {row["key"]: row["value"] for row in cards[NEATH].facts}
    assert facts["care_known"] == facts["care_with_grant"] + facts["care_without_grant"] == 244


def test_both_figures_of_those_who_drop_out_stand_there_with_where_each_is_from(cards):
    card = cards[NEATH]
    in_table = next(row for row in card.before_after if row["key"] == "dropouts")["value"]
    in_text = next(row for row in card.facts if row["key"] == "dropout_text")["value"]
    assert f"{in_table}% of cases in its table" in card.remark
    assert f"{in_text}% of the requests referred in its running text" in card.remark


@pytest.mark.parametrize(
    ("step", "first", "when"),
    [
        ("", "system_features-purpose", "While people join"),
        ("welcome", "system_features-purpose", "While people join"),
        ("diagnosis_agree", "problem_types-simple", "When the calls show"),
        ("stakeholders_key", "relationship_cards-whats_in_it", "When the key ones are picked"),
        ("scenario_respond", "risk_cards-no_evidence_before_trying", "When the round stalls"),
        ("scenario_debrief", "risk_cards-risk_of_doing_nothing", "With the action that matters"),
        ("close", "relationship_cards-spread_the_work", "When tasks are given out"),
    ],
)
def test_a_step_has_the_card_that_fits_it(content, cards, step, first, when):
    said, fitting = suggested(content, step)
    assert said.startswith(when)
    assert fitting[0] == first
    assert set(fitting) <= set(cards)


def test_the_scenario_round_is_offered_every_risk_card_but_that_of_doing_nothing(content, cards):
    risks = [key for key in cards if key.startswith("risk_cards-")]
    _, fitting = suggested(content, "scenario_respond")
    assert {*fitting, "risk_cards-risk_of_doing_nothing"} == set(risks)


def test_a_content_set_from_before_there_were_cards_has_none(content):
    del content.tables["prompt_cards"]
    assert all_cards(content) == {}
    assert suggested(content, "close") == ("", [])
