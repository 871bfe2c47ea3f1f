"""A facilitator of the demo, or an invited one, follows a link that signs in once."""

import time
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.test import Client

from workshops.accounts.links import LIFE, one_time_link, person_of, use_up

from .signing_in import set_up_app, sign_in, who

pytestmark = pytest.mark.django_db


def test_the_link_signs_in_once(browser, client, grace):
    link = one_time_link(grace)

    browser.post(link)
    again = client.post(link)

    assert who(browser) == "grace"
    assert again.status_code == 410
    assert "It has been used or is too old." in again.content.decode()
    assert who(client) is None


def test_a_preview_of_the_link_does_not_use_it_up(browser, client, grace):
    link = one_time_link(grace)

    assert client.get(link).status_code == 200
    assert client.head(link).status_code == 200
    assert who(client) is None

    browser.post(link)
    assert who(browser) == "grace"


def test_of_two_presses_at_the_same_moment_one_signs_in(grace):
    link = one_time_link(grace)
    presses = [person_of(link.split("/")[2]) for _ in range(2)]

    assert [use_up(person) for person in presses if person] == [True, False]


def test_the_link_dies_after_half_an_hour(browser, grace):
    link = one_time_link(grace)

    with patch("django.core.signing.time.time", return_value=time.time() + LIFE + 1):
        page = browser.post(link)

    assert page.status_code == 410


def test_the_link_dies_when_the_person_signs_in_another_way(browser, client, grace):
    link = one_time_link(grace)

    sign_in(client, "grace")

    assert browser.post(link).status_code == 410


def test_a_made_up_link_reads_like_a_used_one(browser, grace):
    made_up = "/sign-in/WzEsIiJd:1vM0vM:abcdefghijklmnopqrstuvwxyz/"

    assert browser.get(made_up).status_code == 410
    assert browser.post(made_up).status_code == 410


def test_the_link_does_not_go_around_the_app(browser, grace):
    set_up_app(grace)

    answer = browser.post(one_time_link(grace))

    assert answer["Location"].startswith("/accounts/2fa/authenticate/")
    assert who(browser) is None


def test_pressing_needs_a_form_of_ours(grace):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(one_time_link(grace)).status_code == 403
    assert who(strict) is None


def test_an_added_facilitator_gets_a_link_that_works(browser, capsys):
    call_command("add_facilitator", "amir@demo.example", "--name", "Amir")

    browser.post(capsys.readouterr().out.split()[5])

    assert who(browser) == "amir"
