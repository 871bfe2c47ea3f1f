"""Several tabs, and several people, at one browser: nothing is doubled, each speaks as oneself."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import at_every_width
from tests.browser.test_keep_notes_on_the_device import add, notes
from tests.browser.test_write_a_note import WRITING

WITHOUT_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})"


@pytest.fixture(autouse=True)
def writing(grace, watch):
    watch.allow("ERR_", "WebSocket")
    grace.go_to(WRITING)


@pytest.mark.parametrize("script", ["", WITHOUT_LOCKS], ids=["by locks", "by a lease"])
def test_two_tabs_show_the_same_and_send_it_once(person, wire, server, script):
    sam = person("Sam", wire=wire)
    sam.context.add_init_script(script)
    sam.page.reload()
    sam.is_live()
    other = sam.context.new_page()
    other.goto(sam.page.url)
    posted = []
    sam.context.on("request", lambda request: request.method == "POST" and posted.append(request))
    wire.cut()
    add(sam.page, "In the first tab.")
    add(other, "In the second tab.")
    for page in (sam.page, other):
        expect(page.locator('[data-local-outbox="waiting"]')).to_have_count(2)
    wire.mend()
    posted.clear()
    for page in (sam.page, other):
        saved = page.locator('[data-key^="mine-"]:not([data-local-outbox])')
        expect(saved).to_have_count(2, timeout=20_000)
    assert sorted(notes(server)) == ["In the first tab.", "In the second tab."]
    heard = [request for request in posted if request.response()]
    assert len(heard) == 2


def test_a_tab_sends_what_a_closed_one_left(person, wire, server):
    sam = person("Sam", wire=wire)
    sam.is_live()
    other = sam.context.new_page()
    other.goto(sam.page.url)
    wire.cut()
    add(sam.page, "Left behind.")
    sam.page.close()
    wire.mend()
    saved = other.locator('[data-key^="mine-"]:not([data-local-outbox])')
    expect(saved).to_contain_text("Left behind.", timeout=25_000)
    assert notes(server) == ["Left behind."]


def test_another_persons_words_are_counted_never_shown_and_sent_when_they_are_back(
    person, wire, server, watch
):
    watch.allow("401", "403")
    sam = person("Sam", wire=wire)
    sam.is_live()
    wire.cut()
    add(sam.page, "Canary of Sam.")
    add(sam.page, "Another canary.")
    place = [each for each in sam.context.cookies() if each["name"].startswith("place-")]
    sam.context.clear_cookies(name=re.compile("place-.*"))
    wire.mend()
    expect(sam.page.get_by_text("This browser has lost your place.")).to_be_visible(timeout=20_000)
    assert at_every_width(sam.page, "lost place") == []

    sam.name = "Joan"
    sam.join()
    band = sam.page.get_by_text("2 notes written in this browser by someone else wait here.")
    expect(band).to_be_visible()
    assert "canary" not in sam.page.content().lower()
    assert notes(server) == []

    sam.context.add_cookies(place)
    sam.page.reload()
    for text in ("Canary of Sam.", "Another canary."):  # one is sent after the other
        expect(sam.own(text)).to_have_count(1, timeout=20_000)
    expect(band).to_be_hidden()
    assert sorted(notes(server)) == ["Another canary.", "Canary of Sam."]


def test_a_page_of_before_does_not_send_as_whoever_joined_since(person, wire, server, watch):
    watch.allow("401")
    sam = person("Sam", wire=wire)
    sam.is_live()
    wire.cut()
    add(sam.page, "Only as Sam.")
    sam.context.clear_cookies(name=re.compile("place-.*"))
    wire.mend()
    joan = sam.context.new_page()
    sam.page, before = joan, sam.page
    sam.join()
    before.bring_to_front()
    before.wait_for_timeout(1500)
    assert notes(server) == []


def test_another_persons_words_are_thrown_away_after_a_question(person, wire, server, watch):
    watch.allow("401", "403")
    sam = person("Sam", wire=wire)
    sam.is_live()
    wire.cut()
    add(sam.page, "Not to be kept.")
    sam.context.clear_cookies(name=re.compile("place-.*"))
    wire.mend()
    sam.join()
    band = sam.page.locator("[data-band=strangers]")
    expect(band).to_contain_text("1 note written in this browser by someone else")
    for_good = sam.page.get_by_role("button", name="Throw them away for good")
    expect(for_good).to_be_hidden()
    sam.page.get_by_text("Throw them away", exact=True).click()
    assert at_every_width(sam.page, "another person's notes") == []
    for_good.click()
    expect(band).to_be_hidden()
    sam.page.reload()
    expect(sam.page.locator("[data-local-outbox]")).to_have_count(0)
    expect(band).to_be_hidden()
