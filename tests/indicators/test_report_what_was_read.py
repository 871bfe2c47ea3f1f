"""The report says of each indicator what was written, set aside, and how far it is true here."""

import pytest
from django.template.loader import render_to_string

from debrief.snapshot import snapshot_of
from indicators.models import Indicator, RatingRound

HEARD = "Nobody picks up after five."


@pytest.fixture
def transactional_db(db):
    """Nobody else looks on: what a test does is rolled back, which is faster."""


def snapshot(room) -> tuple[dict, dict]:
    """The whole snapshot, and its part on the indicators."""
    whole, _used = snapshot_of(room.session.workshop)
    return whole, next(each for each in whole["parts"] if each["key"] == "indicators")


def part(room) -> dict:
    return snapshot(room)[1]["data"]


def printed(room) -> str:
    whole, _one = snapshot(room)
    section = next(each for each in whole["sections"] if each["key"] == "indicators")
    return render_to_string("debrief/_section.html", {"snapshot": whole, "section": section})


def sign(room, key: str) -> Indicator:
    return Indicator.of(room.session.workshop).get(key=key)


def test_notes_groups_and_dissent_stand_with_their_indicator(room, sam, joan):
    note = room.write(sam, HEARD, "shared_responsibility")
    room.write(joan, "We do own it together in winter.", "shared_responsibility")
    note.see_differently(joan, "They did ring back.")
    fourth = part(room)["indicators"][3]
    assert (fourth["number"], fourth["label"]) == (4, "Shared responsibility")
    assert fourth["number_of_notes"] == 2
    assert len(fourth["loose"]["notes"]) == 2
    assert [(each["people"], each["sentences"]) for each in fourth["differently"]] == [
        (1, ["They did ring back."])
    ]
    text = printed(room)
    assert "They did ring back." in text
    assert "Joan" not in text


def test_the_numbers_are_the_guides_whatever_the_order(room):
    sign(room, "data_sharing").move(room.grace, earlier=True)
    assert [each["number"] for each in part(room)["indicators"]] == list(range(1, 11))


def test_one_set_aside_says_why(room):
    sign(room, "local_need").set_aside(room.grace, "Decided elsewhere.")
    assert part(room)["indicators"][0]["set_aside"] == "Decided elsewhere."
    assert "Decided elsewhere." in printed(room)


def test_without_a_rating_none_is_told_and_before_closing_nothing(room, sam):
    assert part(room)["rating"] is None
    rating = RatingRound.open(room.grace)
    rating.rate(sam, sign(room, "local_need"), "fully")
    told = part(room)["rating"]
    assert (told["is_closed"], told["together"], told["told"]) == (False, [], [])
    assert "nothing of it is told" in printed(room)
    assert "Fully: 1" not in printed(room)


def test_ratings_are_told_by_kind_with_what_is_withheld_in_words(room):
    locals_ = [room.join(f"L{n}", "local_government") for n in range(3)]
    nationals = [room.join(f"N{n}", "national_government") for n in range(4)]
    one = room.join("U", "users_citizens")
    rating = RatingRound.open(room.grace)
    for each in locals_:
        rating.rate(each, sign(room, "data_sharing"), "mostly")
    for each in nationals:
        rating.rate(each, sign(room, "data_sharing"), "in_places")
    rating.rate(one, sign(room, "data_sharing"), "not_at_all")
    rating.rate(one, sign(room, "local_need"), "not_at_all")
    room.session.end(room.grace.facilitator)

    told = part(room)["rating"]
    assert told["is_closed"]
    assert told["together"] == ["National government", "Users and citizens"]
    assert [(each["number"], each["together"], each["everyone"]) for each in told["told"]] == [
        (1, None, None),
        (
            8,
            [{"word": "Not at all", "number": 1}, {"word": "In places", "number": 4}],
            [
                {"word": "Not at all", "number": 1},
                {"word": "In places", "number": 4},
                {"word": "Mostly", "number": 3},
            ],
        ),
    ]
    text = printed(room)
    assert "Mostly: 3" in text
    assert "not shown: fewer than three of them rated it" in text
    assert "not shown: it would tell what one or two people said" in text
