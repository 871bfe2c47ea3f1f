"""Someone tries passwords, or tries to find out who has an account."""

import re

import pytest

from .signing_in import sign_in, who

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quickly_hashed(settings) -> None:
    """How passwords are kept is told in test_sign_in.py; here there are a hundred tries."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def text(page) -> str:
    """What a person reads, without what differs from load to load."""
    body = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', "", page.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", body.split("<main")[1].split("</main>")[0]).split())


def test_after_five_wrong_tries_even_the_right_password_waits(browser, grace):
    for _ in range(5):
        assert "We do not know this name and password" in text(sign_in(browser, "grace", "wrong"))

    page = sign_in(browser, "grace")

    assert "Too many tries. Wait 5 minutes, or ask for a code by email." in text(page)
    assert who(browser) is None


def test_one_address_that_tries_many_names_is_told_to_wait(browser, grace):
    pages = [sign_in(browser, f"someone{n}", "wrong") for n in range(31)]

    assert pages[-1].status_code == 429
    assert "Wait a minute, then try again." in text(pages[-1])


def test_others_still_get_in_while_one_address_waits(browser, grace):
    for n in range(31):
        sign_in(browser, f"someone{n}", "wrong")

    browser.post(
        "/accounts/login/",
        {"login": "grace", "password": "correct horse battery"},
        REMOTE_ADDR="192.0.2.7",
    )

    assert who(browser) == "grace"


def test_the_address_is_the_proxys_word_only_where_a_proxy_is_trusted(browser, grace, settings):
    for n in range(31):
        page = browser.post(
            "/accounts/login/",
            {"login": f"x{n}", "password": "wrong"},
            headers={"X-Forwarded-For": f"192.0.2.{n}"},
        )
    assert page.status_code == 429

    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    page = browser.post(
        "/accounts/login/",
        {"login": "x", "password": "wrong"},
        headers={"X-Forwarded-For": "10.0.0.1, 192.0.2.99"},
    )
    assert page.status_code == 200


def test_a_wrong_password_reads_like_an_unknown_name(browser, grace):
    known = text(sign_in(browser, "grace", "wrong"))
    unknown = text(sign_in(browser, "nobody", "wrong"))

    assert known == unknown


def test_asking_for_a_code_reads_the_same_without_an_account(browser, grace, client, mailoutbox):
    known = browser.post("/accounts/login/code/", {"email": grace.email}, follow=True)
    address = grace.email.replace("grace", "other")
    unknown = client.post("/accounts/login/code/", {"email": address}, follow=True)

    assert text(known).replace("grace@", "other@") == text(unknown)
    assert [code_shown(mail) for mail in mailoutbox] == [True, False]


def test_a_new_password_reads_the_same_without_an_account(browser, grace, mailoutbox):
    known = browser.post("/accounts/password/reset/", {"email": grace.email}, follow=True)
    unknown = browser.post("/accounts/password/reset/", {"email": "no@demo.example"}, follow=True)

    assert text(known) == text(unknown)


def code_shown(mail) -> bool:
    return "Your sign-in code" in mail.subject
