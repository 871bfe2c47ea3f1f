import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.urls import reverse

from live.models import Change
from tests.workshops.conftest import signed_in
from workshops.refusals import Conflict


@pytest.fixture
def amir(db) -> User:
    return User.objects.create_user("amir", "amir@demo.example", first_name="Amir")


def seats(workshop) -> str:
    return reverse("workshops:seats", args=[workshop.pk])


def give(client, workshop, sign_in, part="facilitators"):
    return client.post(seats(workshop), {"sign_in": sign_in, "part": part}, follow=True)


@pytest.mark.parametrize(
    "typed", ["amir", "AMIR", " amir ", "amir@demo.example", "Amir@Demo.Example"]
)
def test_someone_is_found_by_sign_in_name_or_address(desk, workshop, amir, typed):
    give(desk, workshop, typed)

    assert [each.name for each in workshop.facilitators.order_by("pk")] == ["Grace", "Amir"]
    assert signed_in(amir).get(f"/workshops/{workshop.pk}/").status_code == 200


@pytest.mark.parametrize("typed", ["amir@demo.example", "nobody@demo.example"])
def test_the_answer_does_not_say_whether_there_is_an_account(desk, workshop, amir, typed):
    page = give(desk, workshop, typed).content.decode()

    assert f"If somebody signs in here as “{typed}”, they have a seat now." in page


def test_an_address_that_somebody_only_claims_leads_nowhere(desk, workshop, db):
    squatter = User.objects.create_user("squatter", "head@council.example")
    address = EmailAddress.objects.create(user=squatter, email="head@council.example")
    give(desk, workshop, "head@council.example")
    before = workshop.facilitators.count()
    address.verified = True
    address.save()

    give(desk, workshop, "head@council.example")

    assert (before, workshop.facilitators.count()) == (1, 2)


def test_an_observer_sees_and_does_not_plan(desk, workshop, amir):
    give(desk, workshop, "amir", "observers")

    theirs = signed_in(amir)
    session = workshop.sessions.get()
    agenda = reverse("workshops:agenda", args=[workshop.pk, session.pk])
    assert theirs.get(f"/workshops/{workshop.pk}/").status_code == 200
    assert theirs.get(agenda).status_code == 403
    assert theirs.get(reverse("console:people", args=[session.code])).status_code == 403


def test_only_the_owner_gives_seats(desk, workshop, amir):
    give(desk, workshop, "amir")
    User.objects.create_user("eve")

    response = give(signed_in(amir), workshop, "eve")

    assert response.status_code == 403
    assert workshop.facilitators.count() == 2


def test_a_seat_is_taken_back_and_open_pages_close(desk, workshop, amir):
    give(desk, workshop, "amir")
    seat = workshop.facilitators.get(user=amir)
    session = workshop.sessions.get()
    session.take_controls(seat)
    take = reverse("workshops:take-seat", args=[workshop.pk, "facilitators", seat.pk])
    asked = desk.get(take).content.decode()

    desk.post(take)

    session.refresh_from_db()
    assert "Take the seat of Amir back?" in asked
    assert session.holder is None
    assert signed_in(amir).get(f"/workshops/{workshop.pk}/").status_code == 404
    assert Change.objects.filter(key=f"revoke:user:{amir.pk}", audience="server").exists()


def test_the_owner_keeps_a_seat(workshop):
    with pytest.raises(Conflict, match="The owner always has a seat"):
        workshop.take_seat("facilitators", workshop.facilitators.get().pk)


def test_giving_a_seat_twice_gives_one(desk, workshop, amir):
    give(desk, workshop, "amir", "observers")
    give(desk, workshop, "amir")
    give(desk, workshop, "amir", "observers")

    assert (workshop.facilitators.count(), workshop.observers.count()) == (2, 0)


@pytest.mark.parametrize("part", ["owners", "", "sessions"])
def test_there_are_two_kinds_of_seat(desk, workshop, amir, part):
    give(desk, workshop, "amir", part)

    assert (workshop.facilitators.count(), workshop.observers.count()) == (1, 0)
