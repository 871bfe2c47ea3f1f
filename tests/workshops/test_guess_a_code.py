import time
from contextlib import suppress

import pytest
from django.core.cache import cache
from django.test import Client

from workshops import throttle
from workshops.codes import LETTERS

UNKNOWN = "We do not know this code. Check it on the screen."
TOO_MANY = "Too many tries. Wait 1 minute, or ask the facilitator."


def guess(code: str, address: str = "192.0.2.1", **more):
    return Client(REMOTE_ADDR=address).get(f"/s/{code}/join/", **more)


def wrong(n: int) -> str:
    """The nth code that no session has: it begins with a sign outside the alphabet."""
    return "0" + "".join(LETTERS[n // 25**place % 25] for place in range(5))


def guess_wrongly(times: int, address: str = "192.0.2.1") -> list[int]:
    return [guess(wrong(n), address).status_code for n in range(times)]


def test_unknown_ended_and_locked_codes_get_the_same_answer(session, django_assert_num_queries):
    answers = []
    for change in ({"ended_at": "2030-12-03T13:00Z"}, {"ended_at": None, "joining_locked": True}):
        type(session).objects.update(**change)
        with django_assert_num_queries(2):
            answers.append(guess(session.code))
    with django_assert_num_queries(2):
        answers.append(guess("23467A"))

    texts = {a.content.decode().replace(session.code, "23467A") for a in answers}
    assert {answer.status_code for answer in answers} == {404}
    assert len({without_token(text) for text in texts}) == 1
    assert UNKNOWN in texts.pop()


def test_the_eleventh_wrong_code_in_a_minute_is_one_too_many(session):
    assert guess_wrongly(12) == [404] * 10 + [429] * 2
    assert TOO_MANY in guess(wrong(99)).content.decode()


def test_right_codes_wait_too_but_a_link_does_not(session):
    guess_wrongly(10)

    assert guess(session.code).status_code == 429
    link = guess(session.code, query_params={"link": session.link_token})
    assert link.status_code == 200


def test_others_are_not_held_up(session):
    guess_wrongly(20)

    assert guess(session.code, "192.0.2.2").status_code == 303


def test_the_minute_ends(session, monkeypatch):
    monkeypatch.setattr(throttle, "SECONDS", 0.05)
    guess_wrongly(10)
    time.sleep(0.1)

    assert guess(session.code).status_code == 303


def test_right_codes_do_not_count(session):
    assert [guess(session.code).status_code for _ in range(30)] == [303] * 30
    assert cache.get("wrong-codes:192.0.2.1") == 0


def test_a_hundred_wrong_codes_in_all_close_the_door_to_guessers_only(session):
    for n in range(10):
        guess_wrongly(10, f"192.0.2.{n}")

    assert guess(wrong(1), "198.51.100.1").status_code == 429
    assert guess(session.code, "198.51.100.1").status_code == 429
    assert guess(session.code, "198.51.100.2").status_code == 303


def test_tries_at_once_get_no_further_than_in_a_row(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    looked_up = []

    def look_up_while_others_try():
        looked_up.append(1)
        if len(looked_up) < 15:
            with suppress(throttle.TooManyTries):
                throttle.tried(request, look_up_while_others_try)

    throttle.tried(request, look_up_while_others_try)

    assert len(looked_up) == 10


@pytest.mark.parametrize(
    ("trusted", "forwarded", "address"),
    [
        (False, "198.51.100.7", "192.0.2.1"),
        (True, "198.51.100.7", "198.51.100.7"),
        (True, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (True, "", "192.0.2.1"),
        (True, "nonsense", "unknown"),
        (True, "2001:db8:1:2::3", "2001:db8:1::/48"),
        (True, "::ffff:198.51.100.7", "198.51.100.7"),
    ],
)
def test_the_address_is_the_peers_unless_a_proxy_is_trusted(
    rf, settings, trusted, forwarded, address
):
    settings.TRUSTED_PROXY = trusted
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": forwarded})

    assert throttle.address_of(request) == address


@pytest.mark.parametrize("typed", ["", "   ", "---", "!!!", "x" * 41, "\u0000"])
def test_what_is_no_code_at_all_stays_at_the_box(someone, db, typed):
    response = someone.post("/join/", {"code": typed})

    assert response.context["form"].errors["code"]


@pytest.mark.parametrize("typed", ["é" * 6, "١٢٣٤٥٦", "x" * 12, "<b>", "%2e%2e", "ＡＢＣＤＥＦ"])
def test_odd_codes_are_unknown_codes(someone, db, typed):
    response = someone.post("/join/", {"code": typed}, follow=True)

    assert UNKNOWN in response.content.decode()


def without_token(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)
