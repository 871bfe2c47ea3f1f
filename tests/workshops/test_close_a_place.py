import pytest
from django.test import Client
from django.urls import reverse

from live.models import Change
from workshops.doors import cookie_of, viewer_at
from workshops.models import LogEntry, Participant
from workshops.refusals import Conflict, Gone

FACTS = {"name": "Priya", "category": "local_government", "agrees_to_keeping": True}


@pytest.fixture
def priya(session) -> Client:
    """Priya's browser, with a place."""
    client = Client()
    client.post(f"/s/{session.code}/join/?link={session.link_token}", FACTS)
    return client


def console(session, name, *args) -> str:
    return reverse(f"console:{name}", args=[session.code, *args])


def test_closing_asks_first_and_says_what_happens(desk, session, priya):
    page = desk.get(console(session, "remove", session.participants.get().pk)).content.decode()

    assert "Close the place of Priya?" in page
    assert "Their notes stay" in page
    assert session.participants.get().removed_at is None


def test_a_closed_place_opens_nothing_any_more(desk, session, priya):
    person = session.participants.get()
    assert priya.get(f"/s/{session.code}/").status_code == 200

    desk.post(console(session, "remove", person.pk))

    response = priya.get(f"/s/{session.code}/")
    assert response.status_code == 403
    assert "The facilitator has closed your place." in response.content.decode()
    assert "or join again with the code" in response.content.decode()
    assert priya.get(f"/s/{session.code}/changes?epoch=x&since=0").status_code == 403
    cookies = {cookie_of(session): priya.cookies[cookie_of(session)].value}
    assert viewer_at("place", session.code, cookies, None) is None


def test_a_program_hears_it_in_json(desk, session, priya):
    desk.post(console(session, "remove", session.participants.get().pk))

    response = priya.get(f"/s/{session.code}/step/", headers={"accept": "application/json"})

    assert response.status_code == 403
    assert response.json() == {"error": "The facilitator has closed your place."}


def test_open_sockets_are_cut_off_and_the_act_is_on_record(desk, session, priya):
    person = session.participants.get()

    desk.post(console(session, "remove", person.pk))

    assert Change.objects.filter(key=f"revoke:{person.identity}", audience="server").exists()
    entry = LogEntry.objects.get(act="removed-a-participant")
    assert (entry.user.username, entry.detail) == ("grace", "Priya")
    people = Change.objects.get(key="people", audience="facilitators").html
    assert "Priya" not in people


def test_they_may_join_again_with_the_code(desk, session, priya):
    desk.post(console(session, "remove", session.participants.get().pk))

    response = priya.post(f"/s/{session.code}/join/?link={session.link_token}", FACTS)

    assert response["Location"] == f"/s/{session.code}/"
    assert priya.get(f"/s/{session.code}/").status_code == 200
    assert session.people_here().count() == 1


def test_the_form_of_a_closed_place_does_not_open_it_again(session, workshop):
    from uuid import uuid4

    operation = uuid4()
    person, _token = Participant.join(session, operation, **FACTS)
    session.remove(person, workshop.owner)

    with pytest.raises(Gone):
        Participant.join(session, operation, **FACTS)


def test_someone_of_another_session_cannot_be_removed_from_here(desk, session, grace, content):
    from django.utils import timezone

    from workshops.models import Workshop

    other = Workshop.plan(
        grace, content, starts_at=timezone.now(), policy_area="Buses", use_case="local_convene"
    ).sessions.get()
    theirs, _token = Participant.join(other, **FACTS)

    assert desk.post(console(session, "remove", theirs.pk)).status_code == 404
    theirs.refresh_from_db()
    assert theirs.removed_at is None


def test_joining_is_closed_and_opened(desk, session, priya):
    link = f"/s/{session.code}/join/?link={session.link_token}"

    desk.post(console(session, "joining", "lock"))
    locked = Client().get(link).status_code, priya.get(f"/s/{session.code}/").status_code
    with pytest.raises(Conflict):
        Participant.join(session, **FACTS)
    desk.post(console(session, "joining", "unlock"))

    assert locked == (409, 200)
    assert Client().get(link).status_code == 200
    assert [entry.act for entry in LogEntry.objects.all()] == ["locked-joining", "opened-joining"]


def test_closing_joining_is_a_post(desk, session):
    assert desk.get(console(session, "joining", "lock")).status_code == 405


def test_a_new_code_and_link_replace_the_old(desk, session):
    old = session.code, session.link_token

    response = desk.post(console(session, "new-code"))

    session.refresh_from_db()
    assert session.code != old[0]
    assert session.link_token != old[1]
    assert response["Location"] == console(session, "people")
    assert Client().get(f"/j/{old[1]}/").status_code == 404
    assert Client().get(f"/s/{old[0]}/join/").status_code == 404


def test_the_code_stays_once_someone_has_joined(desk, session, priya):
    response = desk.post(console(session, "new-code"))

    assert response.status_code == 409
    assert "Close joining instead." in response.content.decode()
    assert priya.get(f"/s/{session.code}/").status_code == 200


def test_a_new_screen_link_shuts_the_old_screen(desk, session):
    old = session.screen_token
    assert Client().get(f"/screen/{old}/").status_code == 200

    desk.post(console(session, "new-screen-link"))

    session.refresh_from_db()
    assert Client().get(f"/screen/{old}/").status_code == 404
    assert Client().get(f"/screen/{session.screen_token}/").status_code == 200
    assert Change.objects.filter(key=f"revoke:screen:{session.pk}", audience="server").exists()


def test_people_shows_names_and_where_they_speak_from_to_facilitators_only(desk, session, priya):
    page = desk.get(console(session, "people"))

    assert "Priya" in page.content.decode()
    assert "Local government" in page.content.decode()
    assert priya.get(console(session, "people")).status_code == 302
