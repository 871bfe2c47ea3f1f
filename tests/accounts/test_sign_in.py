"""A facilitator signs in: by a code by email, by password, with an app."""

import re

import pytest
from django.contrib.auth.models import User

from .signing_in import code_in, code_of, set_up_app, sign_in, who

pytestmark = pytest.mark.django_db


def ask_for_code(browser, email):
    return browser.post("/accounts/login/code/", {"email": email}, follow=True)


def test_a_code_by_email_signs_in(browser, grace, mailoutbox):
    ask_for_code(browser, grace.email)

    browser.post("/accounts/login/code/confirm/", {"code": code_in(mailoutbox[0])})

    assert who(browser) == "grace"


def test_a_wrong_code_is_told_and_does_not_sign_in(browser, grace, mailoutbox):
    ask_for_code(browser, grace.email)

    page = browser.post("/accounts/login/code/confirm/", {"code": "AAA-AAA"})

    assert "This code is not right" in page.content.decode()
    assert page.content.decode().count("<title>Error: ") == 1
    assert who(browser) is None


def test_a_code_works_for_five_wrong_tries_at_most(browser, grace, mailoutbox):
    ask_for_code(browser, grace.email)
    right = code_in(mailoutbox[0])

    for _ in range(5):
        browser.post("/accounts/login/code/confirm/", {"code": "AAA-AAA"})
    browser.post("/accounts/login/code/confirm/", {"code": right})

    assert who(browser) is None


def test_a_password_signs_in_by_name_or_by_address(browser, grace):
    for name in ("grace", grace.email):
        sign_in(browser, name)
        assert who(browser) == "grace"
        browser.post("/accounts/logout/")
        assert who(browser) is None


def test_passwords_are_kept_with_argon2(grace):
    assert User.objects.get(pk=grace.pk).password.startswith("argon2$argon2id$")


def test_with_an_app_the_password_alone_is_not_enough(browser, grace):
    secret = set_up_app(grace)

    answer = sign_in(browser, "grace")
    assert answer["Location"].startswith("/accounts/2fa/authenticate/")
    assert who(browser) is None

    browser.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert who(browser) == "grace"


def test_an_app_is_set_up_with_the_secret_in_the_picture(browser, grace):
    sign_in(browser, "grace")
    browser.post("/accounts/reauthenticate/", {"password": "correct horse battery"})
    page = browser.get("/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret

    picture = browser.get("/your-sign-in/app.svg")
    answer = browser.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)}, follow=True)

    assert "data:" not in page.content.decode()
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.count(b"<path") >= 1
    codes = re.findall(r"<code>(\w+)</code>", answer.content.decode())
    assert len(set(codes)) == 10


def test_nobody_makes_an_account_unless_the_service_allows_it(browser, settings):
    typed = {
        "email": "new@demo.example",
        "username": "newcomer",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    }

    closed = browser.post("/accounts/signup/", typed)
    assert "Accounts are by invitation" in closed.content.decode()
    assert not User.objects.filter(username="newcomer").exists()

    settings.SIGN_UP = True
    browser.post("/accounts/signup/", typed)
    assert User.objects.filter(username="newcomer").exists()
