"""Back to one's place with the workshop's code and one's own."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from live.clock import now
from tests.workshops.test_join_a_workshop import joined
from workshops import throttle
from workshops.doors import cookie_of
from workshops.models import LogEntry, Participant, Workshop
from workshops.personal_codes import WORDS, code_for, hash_of
from workshops.refusals import Gone

NO_PLACE = "These two codes together lead to no place. Check them both."
TOO_MANY = "Too many tries. Wait 1 minute, or ask the facilitator."


@pytest.fixture
def priya(session) -> Participant:
    joined(Client(), session)
    return session.participants.get()


@pytest.fixture
def elsewhere(grace, content):
    """Another workshop of the same facilitator."""
    facts = {"starts_at": now(), "policy_area": "Buses", "use_case": "local_convene"}
    return Workshop.plan(grace, content, **facts).sessions.get()


def come_back(code: str, own: str, client: Client | None = None, address: str = "192.0.2.1"):
    client = client or Client(REMOTE_ADDR=address)
    return client.post("/come-back/", {"code": code, "personal_code": own})


def is_in(client: Client, session) -> bool:
    return client.get(f"/s/{session.code}/").status_code == 200


def test_a_code_is_two_plain_words_and_two_digits(priya):
    assert len(WORDS) == len(set(WORDS)) == 512
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in WORDS)
    assert re.fullmatch("[A-Z]+ [A-Z]+ [0-9]{2}", priya.personal_code)


def test_the_database_holds_no_code_and_nothing_to_make_one_from(priya, settings):
    row = Participant.objects.filter(pk=priya.pk).values().get()
    assert not any(part in str(row).upper() for part in priya.personal_code.split()[:2])

    known = priya.personal_code
    settings.SECRET_KEY = "another key"

    assert priya.personal_code != known
    assert hash_of(known) != row["code_hash"]


@pytest.mark.parametrize(
    "typed",
    [str, str.lower, lambda own: own.replace(" ", "-"), lambda own: f" {own.replace(' ', '')} "],
)
def test_it_may_be_typed_in_any_way(session, priya, typed: Callable[[str], str]):
    client = Client()
    response = come_back(session.code.lower(), typed(priya.personal_code), client)

    assert (response.status_code, response["Location"]) == (303, f"/s/{session.code}/")
    assert is_in(client, session)


def test_letters_that_look_like_digits_count_as_digits():
    assert hash_of("maple river o1") == hash_of("MAPLE RIVER 01")


def test_the_new_device_has_a_cookie_of_its_own_and_the_old_one_stays_in(session):
    laptop, phone = Client(), Client()
    joined(laptop, session)
    come_back(session.code, session.participants.get().personal_code, phone)

    tokens = [each.cookies[cookie_of(session)].value for each in (laptop, phone)]
    assert len(set(tokens)) == 2
    assert [is_in(each, session) for each in (laptop, phone)] == [True, True]
    assert session.participants.count() == 1


def test_it_works_while_joining_is_closed_and_after_the_end(session, priya):
    session.joining_locked = True
    session.ended_at = now() - timedelta(days=6, hours=23)
    session.save()

    assert come_back(session.code, priya.personal_code).status_code == 303


def test_it_ends_when_notes_can_no_longer_be_taken_back(session, priya):
    session.ended_at = now() - timedelta(days=7, minutes=1)
    session.save()

    assert come_back(session.code, priya.personal_code).status_code == 404
    assert not priya.may_come_back


def test_every_pair_that_leads_nowhere_gets_the_same_answer(
    session, workshop, elsewhere, django_assert_num_queries
):
    own = {}
    for name in ("Wrong", "Removed", "Renewed"):
        person, _token = Participant.join(
            session, name=name, category="not_said", agrees_to_keeping=True
        )
        own[name] = person.personal_code
    session.remove(session.participants.get(name="Removed"), workshop.owner)
    session.participants.get(name="Renewed").renew_personal_code()
    pairs = [
        (session.code, "MAPLE RIVER"),
        ("ZZZ222", own["Wrong"]),
        (elsewhere.code, own["Wrong"]),
        (session.code, own["Removed"]),
        (session.code, own["Renewed"]),
    ]
    answers = []
    for number, pair in enumerate(pairs):
        with django_assert_num_queries(1):
            answers.append(come_back(*pair, address=f"192.0.2.{number}"))

    assert {answer.status_code for answer in answers} == {404}
    texts = {without_what_was_typed(answer) for answer in answers}
    assert len(texts) == 1
    assert NO_PLACE in texts.pop()
    assert come_back(session.code, own["Wrong"]).status_code == 303


def test_a_get_reads_nothing_and_so_tells_nothing(session, django_assert_num_queries):
    with django_assert_num_queries(0):
        pages = [Client().get(f"/s/{code}/come-back/") for code in (session.code, "ZZZ222")]

    assert [page.status_code for page in pages] == [200, 200]
    assert f'value="{session.code}"' in pages[0].content.decode()


@pytest.mark.parametrize("field", ["code", "personal_code"])
@pytest.mark.parametrize("typed", ["", "  ", "\u0000", "x" * 90])
def test_what_is_missing_is_said(session, priya, field, typed):
    given = {"code": session.code, "personal_code": priya.personal_code, field: typed}

    response = Client().post("/come-back/", given)

    assert response.status_code in (404, 422)
    assert response.context["form"].errors[field]


def test_without_its_csrf_token_the_form_lets_nobody_in(session, priya):
    client = Client(enforce_csrf_checks=True)
    assert come_back(session.code, priya.personal_code, client).status_code == 403


def test_the_eleventh_wrong_pair_in_a_minute_is_one_too_many(session, priya):
    answers = [come_back(session.code, f"MAPLE RIVER {n}").status_code for n in range(12)]

    assert answers == [404] * 10 + [429] * 2
    waits = come_back(session.code, priya.personal_code)
    assert waits.status_code == 429
    assert TOO_MANY in waits.content.decode()
    assert come_back(session.code, priya.personal_code, address="192.0.2.2").status_code == 303


def test_wrong_codes_of_both_kinds_count_together(session):
    for _ in range(10):
        Client().get("/s/0AAAAA/join/", REMOTE_ADDR="192.0.2.1")

    assert come_back(session.code, "MAPLE RIVER 47").status_code == 429


def test_a_day_of_guessing_at_one_workshop_leaves_one_try_a_minute(session, priya, monkeypatch):
    monkeypatch.setattr(throttle, "WRONG_IN_A_DAY", 5)
    for n in range(5):
        come_back(session.code, f"MAPLE RIVER {n}", address=f"192.0.2.{n}")

    guesser = "198.51.100.1"
    assert come_back(session.code, "MAPLE RIVER 77", address=guesser).status_code == 429
    assert come_back(session.code, priya.personal_code, address=guesser).status_code == 429
    assert come_back(session.code, priya.personal_code, address="198.51.100.2").status_code == 303


def test_two_people_never_have_one_code(session, monkeypatch):
    monkeypatch.setattr("workshops.models.coming_back.code_for", lambda person, n: f"MAPLE {n:03}")
    for name in ("Priya", "Sam"):
        Participant.join(session, name=name, category="not_said", agrees_to_keeping=True)

    assert [each.personal_code for each in session.participants.all()] == ["MAPLE 001", "MAPLE 002"]


def test_no_two_of_a_thousand_codes_are_alike():
    assert len({code_for(person, 1) for person in range(1000)}) == 1000


def test_a_browser_that_comes_back_as_someone_else_gives_up_the_place_it_had(session):
    joined(Client(), session, name="Sam")
    client = Client()
    joined(client, session, name="Priya", operation=None)
    sam = session.participants.get(name="Sam")
    held = client.cookies[cookie_of(session)].value

    client.post(
        f"/s/{session.code}/come-back/",
        {"code": session.code, "personal_code": sam.personal_code},
    )
    thief = Client()
    thief.cookies[cookie_of(session)] = held

    assert "Sam" in client.get(f"/s/{session.code}/you/").content.decode()
    assert not is_in(thief, session)


def test_a_facilitator_makes_a_new_code_and_it_is_on_record(desk, session, priya):
    old, page = priya.personal_code, f"/run/{session.code}/people/{priya.pk}/code/"
    asked = desk.get(page).content.decode()
    assert LogEntry.objects.count() == 0

    told = desk.post(page)

    priya.refresh_from_db()
    assert old not in asked + told.content.decode()
    assert priya.personal_code in told.content.decode()
    assert told["Cache-Control"] == "no-store"
    assert come_back(session.code, old).status_code == 404
    assert come_back(session.code, priya.personal_code).status_code == 303
    entry = LogEntry.objects.get()
    assert (entry.act, entry.detail) == ("made-a-personal-code", "Priya")
    assert priya.personal_code not in entry.detail


def test_whom_the_facilitator_removed_gets_no_code(desk, session, priya, workshop):
    session.remove(priya, workshop.owner)

    assert desk.post(f"/run/{session.code}/people/{priya.pk}/code/").status_code == 404
    with pytest.raises(Gone):
        session.renew_personal_code(priya, workshop.owner)


def without_what_was_typed(answer) -> str:
    text = re.sub(r'value="[^"]*"', "", answer.content.decode())
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)
