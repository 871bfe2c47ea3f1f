"""A story from its content note to its twist, on four pages, through a restart in mid-sentence."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.axe import at_every_width, violations
from tests.browser.fits import fits
from tests.browser.people import Facilitator, Person

STORY = "Five doors, one person"
OF_IT = "slept rough"


def look(who: Person | Facilitator, state: str) -> None:
    assert at_every_width(who.page, state) + fits(who.page, state) == []


def press(grace: Facilitator, name: str) -> None:
    grace.page.get_by_role("button", name=name, exact=True).click()


def take_the_story(grace: Facilitator) -> None:
    """From the console and back to it."""
    grace.page.goto(grace.console)
    grace.page.get_by_role("link", name="Read, edit or write one").click()
    assert violations(grace.page) == []
    entry = grace.page.locator(".entries__one").filter(has_text=STORY)
    entry.get_by_role("link", name="Edit a copy").click()
    assert violations(grace.page) == []
    press(grace, "Tell this story")
    grace.page.wait_for_url(grace.console)


def box(who: Person) -> Locator:
    return who.page.get_by_label("What would happen?")


def seen(who: Person, words: str) -> Locator:
    return who.page.locator(".response:not(.note--mine)").filter(has_text=words)


def test_a_story_is_answered_and_nothing_that_was_typed_is_lost(
    grace, person, open_browser, server, watch
):
    watch.allow("ERR_", "WebSocket", "Failed to fetch")
    grace.go_to("Scenario: how would we respond?")
    take_the_story(grace)
    sam, joan = person("Sam"), person("Joan")
    screen = open_browser(1920, viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(server.facts["screen"])
    expect(sam.page.locator(".story__note")).to_contain_text("Touches on homelessness")
    assert violations(sam.page) == []
    joan.page.get_by_role("button", name="I would rather not do this one").click()

    expect(joan.page.get_by_text("You are not doing this story")).to_be_visible()
    assert violations(joan.page) == []

    press(grace, "Read")
    expect(sam.page.get_by_text(OF_IT)).to_be_visible()
    expect(screen.get_by_text(OF_IT)).to_be_visible()
    expect(joan.page.get_by_text("You are not doing this story")).to_be_visible()
    expect(joan.page.get_by_text(OF_IT)).to_have_count(0)
    joan.page.get_by_role("button", name="Come back to the story").click()

    press(grace, "First response")
    box(sam).fill("Hold a meeting.")
    sam.page.get_by_label("Who would own it? (optional)").fill("Council")
    sam.page.get_by_role("button", name="Add response").click()
    expect(sam.own("Hold a meeting.")).to_be_visible()

    press(grace, "Local round")
    sam.page.get_by_role("link", name="Change it").click()
    expect(box(sam)).to_have_value("Hold a meeting.")
    box(sam).fill("One plan with Jo.")
    sam.page.get_by_label("Shared responsibility").check()
    press(grace, "Reveal the twist")
    expect(sam.page.locator(".story__twist")).to_contain_text("discharged from treatment")
    expect(screen.locator(".screen-twist")).to_contain_text("discharged from treatment")
    expect(box(sam)).to_have_value("One plan with Jo.")
    look(sam, "changing a first response")
    sam.page.reload()
    expect(box(sam)).to_have_value("One plan with Jo.")
    expect(sam.page.get_by_label("Shared responsibility")).to_be_checked()
    expect(sam.page.locator("[data-instead-words]")).to_have_text("Hold a meeting.")

    server.kill()
    sam.page.get_by_role("button", name="Add response").click()
    expect(sam.unsent("One plan with Jo.", "waiting")).to_be_visible()
    server.start()
    for who in (sam, joan):
        who.is_live()
    note = seen(joan, "One plan with Jo.")
    expect(note).to_contain_text("First response: Hold a meeting.", timeout=30_000)
    expect(note).to_contain_text("Owner: Council")
    expect(note.locator(".note__tag")).to_have_text("Shared responsibility")

    joan.page.get_by_role("button", name="Keep it").click()
    expect(joan.page.locator(".response__kept")).to_be_visible()
    expect(grace.page.locator(".response").filter(has_text="Kept").first).to_be_visible()
    look(grace, "the story at the console")
    press(grace, "National round")
    expect(joan.page.locator(".asked")).to_have_text(re.compile("^\\s*National government:"))
    assert violations(screen) == []
    grace.page.get_by_role("link", name="Change the story").click()
    grace.page.get_by_role("button", name="Take it as it is").first.click()
    expect(grace.page.get_by_role("heading", name="Change the story?")).to_be_visible()
    assert violations(grace.page) == []
