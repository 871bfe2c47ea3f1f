from http.cookies import Morsel
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from live.models import Change
from workshops.codes import spaced
from workshops.doors import cookie_of
from workshops.models import Participant


def facts(**changes) -> dict:
    given = {
        "name": "Priya",
        "organisation": "Ambleford Council",
        "category": "local_government",
        "agrees_to_keeping": "on",
    }
    return {name: value for name, value in {**given, **changes}.items() if value is not None}


def details(session) -> str:
    return f"/s/{session.code}/join/?link={session.link_token}"


def joined(client, session, **changes):
    return client.post(details(session), facts(**changes))


@pytest.mark.parametrize("typed", [str, str.lower, spaced, lambda code: f" {code[:2]}-{code[2:]} "])
def test_a_code_may_be_typed_in_any_way(someone, session, typed):
    response = someone.post("/join/", {"code": typed(session.code)}, follow=True)

    assert response.redirect_chain[-1] == (details(session), 303)
    assert "Where do you speak from?" in response.content.decode()


def test_a_link_leads_to_the_same_page(someone, session):
    response = someone.get(reverse("join-link", args=[session.link_token]))

    assert (response.status_code, response["Location"]) == (303, details(session))
    assert someone.get(reverse("join-link", args=["x" * 32])).status_code == 404


def test_the_code_of_an_address_waits_in_the_box(someone, db):
    assert 'value="H7K2QD"' in someone.get("/join/?code=H7K2QD").content.decode()


def test_the_page_says_who_sees_what_and_what_is_kept(someone, session, content):
    page = someone.get(details(session)).content.decode().replace("&#x27;", "'")

    words = content.head("joining")
    for line in [
        *words["who_sees_what"],
        *words["what_is_stored"],
        *content.head("agendas")["ground_rules"],
    ]:
        assert line in page
    assert words["shared_with_policy_lab"]["not_shared"] in page
    assert "OFFICIAL" in page
    assert "agrees_to_be_named" in page


def test_nobody_is_asked_to_be_named_where_policy_lab_reads_the_report(someone, session):
    session.workshop.revise(shared_with_policy_lab=True)
    page = someone.get(details(session)).content.decode()
    words = session.workshop.content.head("joining")
    assert words["shared_with_policy_lab"]["shared"] in page
    assert "agrees_to_be_named" not in page
    joined(someone, session, agrees_to_be_named="on")
    assert session.participants.get().agrees_to_be_named is False


def test_joining_gives_a_place_that_only_its_cookie_opens(someone, session):
    response = joined(someone, session, agrees_to_be_named="on")

    person = session.participants.get()
    cookie: Morsel = response.cookies[cookie_of(session)]
    assert (response.status_code, response["Location"]) == (303, f"/s/{session.code}/")
    assert (person.name, person.organisation, person.category) == (
        "Priya",
        "Ambleford Council",
        "local_government",
    )
    assert (person.agrees_to_keeping, person.agrees_to_be_named, person.may_be_shown) == (
        True,
        True,
        False,
    )
    kept = person.devices.get().token_hash
    assert kept == Participant.hash_of(cookie.value)
    assert cookie.value not in kept
    assert (cookie["path"], cookie["samesite"], cookie["max-age"]) == (
        f"/s/{session.code}/",
        "Lax",
        30 * 24 * 60 * 60,
    )
    assert cookie["httponly"] is True


@pytest.mark.parametrize("https", [True, False])
def test_the_cookie_is_secure_where_pages_are(someone, session, settings, https):
    settings.HTTPS = https

    assert bool(joined(someone, session).cookies[cookie_of(session)]["secure"]) is https


def test_whoever_has_a_place_goes_straight_in(someone, session):
    joined(someone, session)

    response = someone.get(details(session))
    session.joining_locked = True
    session.save()
    typed = someone.post("/join/", {"code": session.code}, follow=False)

    assert response["Location"] == f"/s/{session.code}/"
    assert someone.get(typed["Location"])["Location"] == f"/s/{session.code}/"


def test_pressing_join_twice_makes_one_person(session):
    operation = uuid4()
    first = joined(Client(), session, operation=operation)
    second = joined(Client(), session, operation=operation)

    assert session.participants.count() == 1
    assert first.cookies[cookie_of(session)].value == second.cookies[cookie_of(session)].value


def test_two_people_with_one_name_are_two_people(session):
    joined(Client(), session, operation=uuid4())
    joined(Client(), session, operation=uuid4())

    assert session.participants.count() == 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Priya \u202eevil\u0000 \t N ", "Priya evil N"),
        ("Siân\u0302", "Siân\u0302"),
        ("Llŷr", "Llŷr"),
        ("نور", "نور"),
        ("👩🏽‍🌾", "👩🏽‍🌾"),
        ("Anna\r\nMaria", "Anna Maria"),
        ("n" * 40, "n" * 40),
    ],
)
def test_a_name_is_kept_as_it_is_but_for_signs_that_harm(someone, session, typed, kept):
    joined(someone, session, name=typed)

    assert session.participants.get().name == kept


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Enter a name to be called by. Any name will do."),
        ({"name": " \u200b\u202e\u0007 "}, "Enter a name to be called by. Any name will do."),
        ({"name": "n" * 41}, "This is too long by 1 character."),
        ({"organisation": "o" * 85}, "This is too long by 5 characters."),
        ({"category": None}, "Choose where you speak from, or choose “I would rather not say”."),
        ({"category": "king"}, "Choose one of those listed."),
        (
            {"agrees_to_keeping": None},
            "Tick that your notes are kept. Without it you cannot join.",
        ),
        ({"operation": "none"}, "This form is out of date. Load the page again."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(someone, session, changes, sentence):
    response = joined(someone, session, **{"organisation": "Ambleford Council", **changes})

    page = response.content.decode()
    assert sentence in [
        each for errors in response.context["form"].errors.values() for each in errors
    ]
    assert page.count("<title>Error:") == 1
    assert ('value="Ambleford Council"' in page) is ("organisation" not in changes)
    assert not session.participants.exists()


def test_a_form_without_its_csrf_token_gives_no_place(session):
    response = joined(Client(enforce_csrf_checks=True), session)

    assert response.status_code == 403
    assert not session.participants.exists()


def test_the_link_of_another_session_opens_nothing(someone, session):
    response = someone.post(f"/s/{session.code}/join/?link={'x' * 32}", facts())

    assert response["Location"] == details(session)  # the code is right, so it leads to the form
    assert not session.participants.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("ended_at", "2030-12-03T13:00Z", "This workshop has ended."),
        ("joining_locked", True, "Joining is closed for now. Ask the facilitator to open it."),
    ],
)
def test_a_link_says_why_nobody_can_join(someone, session, field, value, sentence):
    type(session).objects.update(**{field: value})

    asked, sent = someone.get(details(session)), joined(someone, session)

    assert (asked.status_code, sent.status_code) == (409, 409)
    assert sentence in asked.content.decode()
    assert not session.participants.exists()


def test_joining_is_told_to_facilitators_and_screens_only(someone, session):
    joined(someone, session)

    changes = Change.objects.filter(room__key=session.room_key, gone=False)
    assert {(each.key, each.audience) for each in changes} == {
        ("people", "facilitators"),
        ("names", "screen"),
    }
    screen = changes.get(audience="screen").html
    assert "Priya" in screen
    assert "Local government" not in screen
    assert "Ambleford Council" not in screen


def test_a_late_joiner_lands_in_the_active_step(someone, session, workshop):
    session.start(workshop.facilitators.get())
    session.go_on(session.current_step().pk)

    page = someone.post(details(session), facts(), follow=True).content.decode()

    assert "Read the eight" in page
