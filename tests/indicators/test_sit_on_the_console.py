"""The facilitator makes pairs and tables on the console; everyone reads where they sit."""

from itertools import cycle

import pytest

from indicators.models import Pair, Seat
from workshops.models import Session

from .test_sit_at_tables import KINDS


@pytest.fixture
def ten(room):
    room.go_to("indicators_add")
    return [room.join(f"Guest {n}", kind) for n, kind in zip(range(10), cycle(KINDS), strict=False)]


@pytest.fixture
def console(room, client):
    """What a facilitator gets of an address, or posts to it."""
    client.force_login(room.grace.user, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/run/{room.session.code}/".__add__
    return lambda path, **fields: (
        client.post(address(path), fields) if fields else client.get(address(path))
    )


def test_above_eight_tables_are_proposed_and_the_console_hears_of_each_who_comes(
    ten, room, console
):
    assert "Make 2 tables: 5 and 5 people" in console("sharing/").content.decode()
    before = room.change("sharing", "facilitators").seq
    room.join("Late")
    assert room.change("sharing", "facilitators").seq > before
    assert "Make 2 tables: 6 and 5 people" in console("sharing/").content.decode()


def test_without_scripts_the_page_comes_back_with_the_tables(ten, room, console):
    answer = console("sharing/tables/", press="yes")
    assert (answer.status_code, answer["Location"]) == (303, f"/run/{room.session.code}/")
    page = console("").content.decode()
    assert "Table 1" in page
    assert "Table 2" in page


def test_ones_place_says_the_table_and_with_whom(ten, room, place):
    Seat.make_tables(room.session)
    Pair.make(room.session)
    seat = Seat.objects.get(participant=ten[0].participant)
    page = place(ten[0], "", method="get", json=False).content.decode()
    others = [each.participant.name for each in seat.pair.seats.exclude(pk=seat.pk)]
    assert f"Your table: {seat.table}." in page
    assert all(f"<bdi>{name}</bdi>" in page for name in others)


def test_the_screen_lists_tables_by_the_names_that_people_chose(ten, room, client):
    Seat.make_tables(room.session)
    shown = f"/screen/{room.session.screen_token}/"
    assert "<bdi>Guest 3</bdi>" in client.get(shown).content.decode()
    Session.objects.filter(pk=room.session.pk).update(names_on_screen=False)
    page = client.get(shown).content.decode()
    assert "5 people" in page
    assert "Guest 3" not in page.split("screen-tables")[1]


def test_a_person_who_was_removed_meanwhile_is_not_moved(ten, room, console):
    Pair.make(room.session)
    room.remove(ten[0])
    answer = console("sharing/people/", person=ten[0].participant.pk, pair=1)
    assert answer.status_code == 409
    assert "is not here any more" in answer.content.decode()
