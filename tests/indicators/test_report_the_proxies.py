"""The report has each indicator with its agreed proxies, and says a gap as a gap."""

import pytest

from debrief.printing import printable
from debrief.snapshot import snapshot_of
from indicators.models import Gap, Indicator
from tests.indicators.proxies import again, room

__all__ = ["room"]


def said(room) -> dict:
    data, _used = snapshot_of(room.session.workshop)
    return next(part["data"] for part in data["parts"] if part["key"] == "proxies")


def by_key(data: dict) -> dict:
    return {each["key"]: each for each in data["indicators"]}


@pytest.fixture
def written(room, sam, joan):
    """Two agreed, one of them tested; one proposed, one to change, one parked, one hidden."""
    first = room.propose(sam, "Days to an answer", where_to_look="The data team")
    first.settle("agreed")
    again(first).test(joan, 1, {"could_be_gamed": "By answering nothing"})
    room.propose(joan, "One plan names it", kind="practice").settle("agreed")
    room.propose(sam, "Hours to an answer", "clear_outcomes")
    room.propose(sam, "Weeks to an answer", "clear_outcomes").settle("to_change")
    room.propose(sam, "Years to an answer", "shared_success").settle("parked")
    room.propose(sam, "Names a person", "right_people").note.hide(room.grace, "A name")
    Gap.leave(room.board, room.grace, room.indicator("systems_leadership"), True)
    return first


def test_agreed_proxies_come_with_kind_where_to_look_and_stress_test(room, written):
    told = by_key(said(room))["local_need"]

    assert [each["kind"] for each in told["agreed"]] == ["measure", "practice"]
    assert told["agreed"][0]["where_to_look"] == "The data team"
    assert told["agreed"][0]["test"] == {"could_be_gamed": "By answering nothing"}
    assert told["gap"] == ""


def test_what_is_not_agreed_is_told_as_what_it_is(room, written):
    told = by_key(said(room))

    assert [each["to_change"] for each in told["clear_outcomes"]["proposed"]] == [False, True]
    assert len(told["shared_success"]["parked"]) == 1
    assert told["right_people"]["proposed"] == []


def test_every_indicator_without_an_agreed_proxy_has_a_gap_stated_or_not(room, written):
    Indicator.of(room.session.workshop).filter(key="data_sharing").update(set_aside_because="No.")
    data = said(room)
    told = by_key(data)

    assert (data["agreed"], data["all"], data["stated"]) == (1, 9, 1)
    gaps = {key: each["gap"] for key, each in told.items()}
    assert gaps.pop("local_need") == gaps.pop("data_sharing") == ""
    assert gaps.pop("systems_leadership") == "stated"
    assert set(gaps.values()) == {"open"}


def test_an_added_indicator_is_told_like_the_ten(room, sam):
    Indicator.objects.create(
        workshop=room.session.workshop, session=room.session, key="tenants_time", position=11
    )
    room.board.bring_columns()
    room.propose(sam, "Visits before a repair is finished", "tenants_time").settle("agreed")

    told = by_key(said(room))["tenants_time"]

    assert (told["added"], told["number"], len(told["agreed"])) == (True, 11, 1)


def test_the_page_shows_gaps_as_rows_and_nobody_s_name(room, written):
    data, _used = snapshot_of(room.session.workshop)

    page = printable({**data, "version": 1})

    words = " ".join(page.split('id="indicators"')[1].split("</section>")[0].split())
    assert words.count('class="report__gap"') == 9
    assert "The group leaves it without a proxy." in words
    assert "<strong>Count it:</strong> <bdi>Days to an answer</bdi>" in words
    assert "Could it be gamed? <bdi>By answering nothing</bdi>" in words
    assert "Names a person" not in words
    assert "Joan" not in words
