"""Someone of Policy Lab signs in, with more rights and so with a second step."""

from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, Group

from workshops.signed_in import user_behind
from workshops.viewers import POLICY_LAB

from .signing_in import PASSWORD, code_of, set_up_app, sign_in

pytestmark = pytest.mark.django_db

SET_UP = "/accounts/2fa/totp/activate/"


def cookies(browser) -> dict[str, str]:
    return {settings.SESSION_COOKIE_NAME: browser.cookies[settings.SESSION_COOKIE_NAME].value}


def test_a_migration_makes_the_group():
    Group.objects.filter(name=POLICY_LAB).delete()

    import_module("workshops.migrations.0002_policy_lab").add_group(apps, None)

    assert Group.objects.filter(name=POLICY_LAB).exists()


def test_without_a_second_step_every_page_leads_to_its_set_up(browser, lab):
    sign_in(browser, "lab")

    for page in ("/", "/your-sign-in/", "/run/ABC234/"):
        assert browser.get(page)["Location"] == SET_UP
    assert browser.get("/about/").status_code == 200


def test_without_a_second_step_a_socket_knows_nobody(browser, lab):
    sign_in(browser, "lab")

    assert user_behind(cookies(browser)) == AnonymousUser()


def test_a_facilitator_needs_none(browser, grace):
    sign_in(browser, "grace")

    assert browser.get("/your-sign-in/").status_code == 200
    assert user_behind(cookies(browser)) == grace


def test_setting_up_the_app_opens_the_rest(browser, lab):
    sign_in(browser, "lab")
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = browser.get(SET_UP)
    assert "Policy Lab staff sign in with a second step." in page.content.decode()

    browser.post(SET_UP, {"code": code_of(page.context["form"].secret)})

    assert browser.get("/your-sign-in/").status_code == 200
    assert user_behind(cookies(browser)) == lab


def test_an_older_sign_in_stays_outside_after_the_app_was_set_up_elsewhere(browser, client, lab):
    sign_in(browser, "lab")
    secret = set_up_app(lab)
    sign_in(client, "lab")
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})

    assert client.get("/your-sign-in/").status_code == 200
    assert browser.get("/your-sign-in/")["Location"].startswith("/accounts/2fa/reauthenticate/")
    assert user_behind(cookies(browser)) == AnonymousUser()


def test_policy_lab_cannot_switch_the_second_step_off(browser, lab):
    secret = set_up_app(lab)
    sign_in(browser, "lab")
    browser.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})

    page = browser.post("/accounts/2fa/totp/deactivate/")

    assert "Policy Lab staff keep the second step on." in page.content.decode()
    assert lab.authenticator_set.filter(type="totp").exists()
