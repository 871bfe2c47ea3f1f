"""One place on several devices: by a link, signed out, and shut by a facilitator."""

from datetime import timedelta

import pytest
from django.test import Client

from live.clock import now
from tests.workshops.test_join_a_workshop import joined
from workshops.models import Participant, Passage, Workshop
from workshops.models.coming_back import MOST_DEVICES
from workshops.refusals import Gone


@pytest.fixture
def laptop(session) -> Client:
    """Priya's first device."""
    client = Client()
    joined(client, session)
    return client


@pytest.fixture
def phone(db) -> Client:
    return Client()


@pytest.fixture
def priya(laptop, session) -> Participant:
    return session.participants.get()


def made_link(laptop: Client, session) -> str:
    laptop.post(you(session, "link/"))
    return laptop.get(you(session)).context["link"]


def you(session, more: str = "") -> str:
    return f"/s/{session.code}/you/{more}"


def is_in(client: Client, session) -> bool:
    return client.get(f"/s/{session.code}/").status_code == 200


def test_a_link_takes_the_place_to_a_phone(laptop, phone, session):
    link = made_link(laptop, session)

    asked = phone.get(link)
    answer = phone.post(link)

    assert "Go on here as Priya?" in asked.content.decode()
    assert answer["Location"] == f"/s/{session.code}/"
    assert [is_in(each, session) for each in (laptop, phone)] == [True, True]
    assert session.participants.count() == 1


def test_looking_at_a_link_does_not_use_it_up(laptop, phone, session):
    link = made_link(laptop, session)

    assert [Client().get(link).status_code for _ in range(3)] == [200] * 3
    assert phone.post(link).status_code == 303


def test_a_link_works_once(laptop, phone, session):
    link = made_link(laptop, session)
    phone.post(link)

    answers = [Client().get(link), Client().post(link)]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert "This link no longer works" in answers[0].content.decode()
    assert laptop.get(you(session)).context["link"] == ""


def test_of_two_who_press_at_once_one_comes_in(laptop, session, priya):
    first, second = Passage.make(priya), Passage.objects.get()
    first.use()

    with pytest.raises(Gone):
        second.use()
    assert priya.devices.count() == 2


def test_a_link_is_too_old_after_ten_minutes(laptop, phone, session):
    link = made_link(laptop, session)
    Passage.objects.update(until=now() - timedelta(seconds=1))

    assert phone.post(link).status_code == 410
    assert not is_in(phone, session)
    assert timedelta(minutes=9) < Passage().until - now() <= timedelta(minutes=10)


def test_a_new_link_ends_the_one_before(laptop, phone, session):
    old = made_link(laptop, session)
    new = made_link(laptop, session)

    assert old != new
    assert phone.post(old).status_code == 410
    assert phone.post(new).status_code == 303


def test_a_link_leads_nowhere_in_another_session(laptop, phone, session, grace, content):
    facts = {"starts_at": now(), "policy_area": "Buses", "use_case": "local_convene"}
    other = Workshop.plan(grace, content, **facts).sessions.get()
    link = made_link(laptop, session).replace(session.code, other.code)

    assert phone.post(link).status_code == 410


def test_a_link_of_someone_removed_does_not_work(laptop, phone, session, priya, workshop):
    link = made_link(laptop, session)
    session.remove(priya, workshop.owner)

    assert phone.post(link).status_code == 410


def test_removing_someone_shuts_every_device(laptop, phone, session, priya, workshop):
    phone.post(made_link(laptop, session))
    session.remove(priya, workshop.owner)

    for device in (laptop, phone):
        page = device.get(f"/s/{session.code}/")
        assert page.status_code == 403
        assert "The facilitator has closed your place." in page.content.decode()


def test_the_link_is_made_on_request_and_kept_nowhere(laptop, session, priya, settings):
    assert laptop.get(you(session)).context["link"] == ""
    assert laptop.get(you(session, "link/")).status_code == 405

    token = made_link(laptop, session).split("/")[-2]

    row = Passage.objects.values().get()
    assert len(bytes.fromhex(token)) == 16
    assert token not in str(row)
    settings.SECRET_KEY = "another key"
    assert Passage.objects.get().token != token


def test_the_picture_holds_the_link_and_is_there_only_with_it(laptop, session):
    assert laptop.get(you(session, "link.svg")).status_code == 404
    made_link(laptop, session)

    picture = laptop.get(you(session, "link.svg"))

    assert (picture["Content-Type"], picture["Cache-Control"]) == ("image/svg+xml", "no-store")


def test_signing_out_shuts_this_device_only(laptop, phone, session):
    phone.post(made_link(laptop, session))
    held = laptop.cookies[f"place-{session.pk}"].value

    page = laptop.post(you(session, "sign-out/"))

    assert "You are still in the workshop" in page.content.decode()
    assert laptop.cookies[f"place-{session.pk}"].value == ""
    laptop.cookies[f"place-{session.pk}"] = held
    assert [is_in(each, session) for each in (laptop, phone)] == [False, True]


def test_signing_out_the_others_leaves_this_one(laptop, phone, session):
    phone.post(made_link(laptop, session))
    laptop.post(you(session, "sign-out-others/"))

    assert [is_in(each, session) for each in (laptop, phone)] == [True, False]


def test_a_new_code_leaves_every_device_in(laptop, phone, session, priya):
    phone.post(made_link(laptop, session))
    old = priya.personal_code
    page = laptop.post(you(session, "new-code/"), follow=True).content.decode()

    priya.refresh_from_db()
    assert old not in page
    assert priya.personal_code in page
    assert [is_in(each, session) for each in (laptop, phone)] == [True, True]


def test_devices_do_not_pile_up(laptop, session, priya):
    for _ in range(MOST_DEVICES):
        priya.add_device()

    assert priya.devices.count() == MOST_DEVICES
    assert not is_in(laptop, session)
