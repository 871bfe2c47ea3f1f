"""Someone opens the address without knowing what this is."""

import pytest
from django.urls import NoReverseMatch, reverse

from workshops.models import ContentSet

pytestmark = pytest.mark.django_db


def test_the_first_page_leads_to_joining_and_to_signing_in(browser):
    page = browser.get("/").content.decode()

    assert f'<form method="post" action="{reverse("join")}"' in page
    assert reverse("account_login") in page


def test_the_about_page_names_every_source_credit_and_licence(browser, content):
    page = browser.get("/about/").content.decode()

    owed = [item.label for item in content.items("sources")]
    owed += [*content.head("set")["credits"], *content.head("set")["licence"]]
    assert [words for words in owed if words not in page] == []
    assert "not an official Policy Lab publication" in page


def test_the_about_page_stands_before_the_content_is_loaded(browser):
    assert not ContentSet.objects.exists()

    assert "not loaded yet" in browser.get("/about/").content.decode()


@pytest.mark.parametrize("path", ["/", "/about/", "/accessibility/", "/accounts/login/"])
def test_no_page_asks_another_site_for_anything(browser, path):
    answer = browser.get(path)

    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert 'src="http' not in answer.content.decode()


def test_a_page_that_is_not_there_says_what_to_do(browser):
    answer = browser.get("/nothing-here/")

    assert answer.status_code == 404
    assert "Check the address, or the code on the screen." in answer.content.decode()


def test_a_fault_of_ours_says_what_is_safe(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("workshops.views.static_pages.render", broken)

    answer = client.get("/about/")

    assert answer.status_code == 500
    assert "Notes that said “Saved” are kept." in answer.content.decode()


def broken(*args, **kwargs):
    raise NoReverseMatch
