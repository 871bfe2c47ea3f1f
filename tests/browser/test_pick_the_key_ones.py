"""Vote by keys alone and on a network that breaks, pick the key ones: nothing for axe to find."""

from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import at_every_width, violations
from tests.browser.fits import fits
from tests.browser.people import Facilitator, Person

NAMES = ("Tenants", "Landlords", "Housing team", "GP network")


@pytest.fixture
def sam(person, grace) -> Person:
    return to_vote(person("Sam"), grace)


def to_vote(found: Person, grace: Facilitator) -> Person:
    """Bring someone and the room to where the key ones of four names are picked."""
    grace.go_to("Stakeholders: think broadly")
    for name in NAMES:
        note = {"board": "stakeholders", "column": "users_citizens", "text": name}
        grace.send(f"notes/{uuid4()}/", **note)
    grace.go_to("Stakeholders: pick the key ones")
    found.on("Pick the key ones")
    found.is_live()
    return found


def button(who: Person | Facilitator, name: str) -> Locator:
    return who.page.get_by_role("button", name=name, exact=True)


def press(pressed: Locator) -> None:
    pressed.focus()
    pressed.press("Enter")


def look(who: Person | Facilitator, state: str) -> None:
    assert at_every_width(who.page, state) + fits(who.page, state) == []


def test_three_votes_are_given_and_taken_back_by_keys_alone(sam):
    look(sam, "nothing given")
    for left, name in zip(("2 votes", "1 vote", "no votes"), NAMES, strict=False):
        press(button(sam, f"Vote {name}"))
        expect(button(sam, f"Your vote {name}")).to_have_attribute("aria-pressed", "true")
        expect(button(sam, f"Your vote {name}")).to_be_focused()
        expect(sam.page.locator("[data-votes-left]")).to_have_text(f"You have {left} left.")
    expect(sam.page.locator("[data-announcer]")).to_have_text("You have no votes left.")
    look(sam, "all given")

    spent = button(sam, "No votes left GP network")
    expect(spent).to_have_attribute("aria-disabled", "true")
    press(spent)
    expect(sam.page.locator("[data-announcer]")).to_contain_text("Take one back first.")
    press(button(sam, "Your vote Tenants"))
    press(button(sam, "Vote GP network"))
    expect(button(sam, "Your vote GP network")).to_be_visible()
    expect(button(sam, "No votes left Tenants")).to_be_visible()


def test_a_vote_given_without_a_network_counts_at_once_and_is_sent_later(
    person, grace, wire, watch
):
    watch.allow("ERR_", "WebSocket")
    sam = to_vote(person("Sam", wire=wire), grace)
    wire.cut()
    expect(sam.page.locator("[data-band=offline]")).to_be_visible()
    press(button(sam, "Vote Tenants"))
    expect(button(sam, "Your vote Tenants")).to_be_visible()
    expect(sam.page.locator("[data-votes-left]")).to_have_text("You have 2 votes left.")
    expect(sam.page.locator("[data-voted-for]")).to_have_count(0)
    wire.mend()
    expect(sam.page.locator("[data-voted-for]")).to_have_count(1, timeout=30_000)
    expect(button(sam, "Your vote Tenants")).to_be_visible()
    expect(sam.page.locator("[data-local-outbox]")).to_have_count(0)


def test_voting_is_closed_on_a_page_that_asks_and_then_the_key_ones_are_picked(
    sam, grace, open_browser, server
):
    press(button(sam, "Vote Tenants"))
    press(sam.seen("Landlords").get_by_role("link", name="Mark"))
    press(button(sam, "Not in the room"))
    expect(sam.seen("Landlords")).to_contain_text("Not in the room")
    expect(sam.page.locator(".missing__one")).to_contain_text("Landlords")
    expect(sam.seen("Landlords").get_by_role("link", name="Mark")).to_be_focused()

    grace.page.goto(grace.console)
    expect(grace.page.get_by_text("1 person has voted.")).to_be_visible()
    look(grace, "voting is open")
    asks = grace.page.get_by_role("textbox", name="Who will ask them? Landlords")
    asks.fill("The advice charity")
    press(button(grace, "Keep Landlords"))
    expect(sam.page.locator(".missing__one")).to_contain_text("The advice charity")
    press(grace.page.get_by_role("link", name="Close the voting"))
    expect(grace.page.get_by_role("heading", name="Close the voting?")).to_be_visible()
    expect(sam.page.get_by_text("1 vote", exact=True)).to_have_count(0)
    look(grace, "asked whether to close")
    press(button(grace, "Close the voting"))

    expect(sam.seen("Tenants")).to_contain_text("1 vote")
    expect(sam.page.locator(".votes__words")).to_contain_text("Voting is closed. 1 person voted.")
    expect(sam.page.locator("[data-vote]")).to_have_count(0)
    look(sam, "voting is closed")
    press(button(grace, "Key Tenants"))
    expect(button(grace, "Key Tenants")).to_have_attribute("aria-pressed", "true")
    expect(sam.seen("Tenants")).to_contain_text("Key")
    look(grace, "voting is closed")
    screen = open_browser(1920).new_page()
    screen.goto(server.facts["screen"])
    expect(screen.locator(".missing__one")).to_contain_text("The advice charity")
    expect(screen.locator(".note", has_text="Tenants")).to_contain_text("1 vote")
    assert violations(screen) == []
