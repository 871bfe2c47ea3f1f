import pytest

from indicators.additions.overlap import Sign, common, overlaps
from workshops.models import ContentSet


@pytest.fixture
def ten(content: ContentSet) -> list[Sign]:
    items = content.items("indicators")
    return [Sign(each.key, each.order, each.label, each["description"]) for each in items]


@pytest.mark.parametrize(
    ("label", "description", "close_to", "words"),
    [
        ("Data is shared safely", "", "data_sharing", ["data"]),
        ("A learning organisaton", "", "learning_culture", ["learning"]),
        ("Outcome set by users", "", "clear_outcomes", ["outcome"]),
        ("Joint accountability", "", "systems_leadership", ["accountability"]),
        (
            "Citizens lead",
            "People with lived experience",
            "clear_outcomes",
            ["lived", "experience"],
        ),
    ],
)
def test_what_says_much_the_same_is_pointed_out_with_its_words(
    ten, label, description, close_to, words
):
    first = overlaps(label, description, ten)[0]
    assert (first.sign.key, first.words) == (close_to, words)


@pytest.mark.parametrize(
    "label",
    ["Trust between services", "A shared budget", "Carers are heard", "Time to think", "信任"],
)
def test_what_is_new_is_not_asked_about(ten, label):
    assert overlaps(label, "", ten) == []


def test_none_of_the_ten_is_taken_for_another(ten):
    for sign in ten:
        others = [each for each in ten if each != sign]
        assert overlaps(sign.label, sign.description, others) == []


def test_other_suggestions_are_pointed_out_too():
    other = Sign("x", None, "Carers are herd", "")
    assert [each.sign.key for each in overlaps("Carers are heard", "", [other])] == ["x"]


def test_a_slip_of_spelling_is_the_same_word_and_a_short_word_is_not():
    assert list(common("Acountability", "Accountability")) == ["acountability"]
    assert list(common("Home", "Hole")) == []
