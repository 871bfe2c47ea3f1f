"""Each says privately how far an indicator is true here; it is closed for good, then told."""

import pytest

from indicators.models import Indicator, Rating, RatingRound
from indicators.reading.panel import panel_context
from live.models import Change
from workshops.models import LogEntry
from workshops.refusals import Conflict, NotFit


@pytest.fixture
def transactional_db(db):
    """Nobody else looks on: what a test does is rolled back, which is faster."""


@pytest.fixture
def rating(room) -> RatingRound:
    return RatingRound.open(room.grace)


def sign(room, key: str = "local_need") -> Indicator:
    return Indicator.of(room.session.workshop).get(key=key)


def shown(room, who=None) -> dict:
    return panel_context(room.session.current_step(), who or room.grace)


def test_it_is_an_extra_that_is_opened_once(room, sam, place):
    assert "How far is this true here?" not in place(sam, "", "get", json=False).content.decode()
    RatingRound.open(room.grace)
    assert "How far is this true here?" in place(sam, "", "get", json=False).content.decode()
    with pytest.raises(Conflict, match="opened already"):
        RatingRound.open(room.grace)
    assert LogEntry.objects.filter(act="opened-rating").count() == 1


def test_one_can_change_ones_mind_until_it_is_closed(room, rating, sam, place):
    assert place(sam, "indicators/local_need/rate/", how_far="fully").status_code == 200
    rating.rate(sam, sign(room), "in_places")
    assert rating.own(sam.participant) == {"local_need": "in_places"}
    own = Change.objects.get(audience=sam.participant.identity, key__startswith="rating-")
    assert "Your rating: <strong>In places</strong>" in own.html
    assert (
        "Your rating: <strong>In places</strong>"
        in place(sam, "", "get", json=False).content.decode()
    )


def test_a_rating_is_one_of_five_words(room, rating, sam):
    for word in ("", "very", "0"):
        with pytest.raises(NotFit, match="one of the five"):
            rating.rate(sam, sign(room), word)
    assert Rating.objects.count() == 0


def test_a_closed_rating_takes_no_word_and_loses_none(room, rating, sam, joan, place):
    rating.rate(sam, sign(room), "fully")
    rating.close(room.grace)
    answer = place(sam, "indicators/local_need/rate/", how_far="not_at_all")
    assert (answer.status_code, answer.json()["error"]) == (
        409,
        "The rating is closed. What you had chosen before counts, this does not.",
    )
    assert place(joan, "indicators/local_need/rate/", how_far="fully").status_code == 409
    assert rating.own(sam.participant) == {"local_need": "fully"}
    with pytest.raises(Conflict, match="closed already"):
        rating.close(room.grace)


def test_before_it_is_opened_there_is_nothing_to_rate(room, sam, place):
    answer = place(sam, "indicators/local_need/rate/", how_far="fully")
    assert (answer.status_code, answer.json()["error"]) == (409, "There is nothing to rate here.")


def test_one_set_aside_or_a_closed_board_takes_no_rating(room, rating, sam):
    sign(room).set_aside(room.grace, "Not ours.")
    with pytest.raises(Conflict, match="set aside: Not ours"):
        rating.rate(sam, sign(room), "fully")
    room.session.lock_board(True)
    with pytest.raises(Conflict, match="board is closed"):
        rating.rate(sam, sign(room, "learning_culture"), "fully")
    assert Rating.objects.count() == 0


def test_one_merged_meanwhile_is_rated_as_what_it_became(room, rating, sam, place):
    Indicator.objects.filter(key="data_sharing").update(merged_into=sign(room))
    assert place(sam, "indicators/data_sharing/rate/", how_far="mostly").status_code == 200
    assert rating.own(sam.participant) == {"local_need": "mostly"}


def test_facilitators_hear_how_many_and_no_word(room, rating, sam, joan):
    for who in (sam, joan):
        rating.rate(who, sign(room), "fully")
        rating.rate(who, sign(room, "data_sharing"), "fully")
    told = room.change(f"rated-{rating.pk}", "facilitators")
    assert "2 people have rated." in told.html
    assert rating.said() == {}
    assert shown(room)["told"] == []


def test_once_closed_facilitators_are_told_by_kind_and_the_room_where_views_differ(
    room, rating, place
):
    people = [room.join(f"L{n}", "local_government") for n in range(3)]
    users = [room.join(f"U{n}", "users_citizens") for n in range(3)]
    for each in people:
        rating.rate(each, sign(room), "in_places")
        rating.rate(each, sign(room, "data_sharing"), "fully")
    for each in users:
        rating.rate(each, sign(room), "mostly")
        rating.rate(each, sign(room, "data_sharing"), "not_at_all")
    rating.close(room.grace)

    told = shown(room)["told"]
    assert [(column.key, list(each.kinds)) for column, each in told] == [
        ("data_sharing", ["local_government", "users_citizens"]),
        ("local_need", ["local_government", "users_citizens"]),
    ]
    text = place(users[0], "", "get", json=False).content.decode()
    assert "Where our ratings differ most" in text
    assert "Users and citizens" not in text
    assert "told" not in shown(room, users[0])


def test_who_was_removed_before_the_closing_does_not_count(room, rating, sam, joan):
    rating.rate(sam, sign(room), "fully")
    rating.rate(joan, sign(room), "mostly")
    room.remove(sam)
    rating.close(room.grace)
    room.remove(joan)
    assert rating.said() == {sign(room).pk: [("local_government", "mostly")]}


def test_whoever_comes_after_the_closing_changes_nothing(room, rating):
    for number in range(2):
        each = room.join(f"L{number}", "local_government")
        rating.rate(each, sign(room), "fully")
    rating.close(room.grace)
    before = shown(room)["told"]
    room.join("Third", "local_government")
    assert shown(room)["told"] == before
    assert before[0][1].everyone is None


def test_at_the_end_ratings_are_nobodys_and_stay(room, rating, sam, joan):
    rating.rate(joan, sign(room), "mostly")
    rating.rate(sam, sign(room), "fully")
    rating.rate(joan, sign(room, "data_sharing"), "cannot_say")
    room.session.end(room.grace.facilitator)
    rating.refresh_from_db()
    assert rating.closed_at is not None
    assert list(Rating.objects.values_list("participant", flat=True)) == [None] * 3
    assert rating.said()[sign(room).pk] == [
        ("local_government", "fully"),
        ("local_government", "mostly"),
    ]
    own = Change.objects.filter(key__startswith="rating-")
    assert {(row.html, row.gone) for row in own} == {("", True)}


def test_in_another_step_the_console_says_that_it_is_open(room, rating, client):
    client.force_login(room.grace.user)
    room.go_to("indicators_add")
    page = client.get(f"/run/{room.session.code}/").content.decode()
    assert "The rating of the indicators is still open" in page


def test_closing_asks_first(room, rating, client):
    client.force_login(room.grace.user)
    address = f"/run/{room.session.code}/indicators/rating/close/"
    assert "Close the rating?" in client.get(address).content.decode()
    assert not RatingRound.of(room.session).closed_at
    assert client.post(address).status_code == 303
    assert "The rating is closed" in client.get(address).content.decode()
