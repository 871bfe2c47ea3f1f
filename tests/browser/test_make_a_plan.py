"""Make the plan before people go: vote, close, choose, say who owns it; the screen shows it."""

from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import at_every_width, violations
from tests.browser.fits import fits
from tests.browser.people import Facilitator, Person

RESPONSES = {"local-first_week": "Ring every tenant.", "national-first_year": "Fund coordination."}


@pytest.fixture
def sam(person, grace) -> Person:
    """Sam, and the room with two responses at its close."""
    grace.go_to("Diagnosis: write reasons")
    parked = str(uuid4())
    grace.send(f"notes/{parked}/", board="diagnosis", column="unsolved", text="Ask landlords.")
    grace.send(f"notes/{parked}/park/")
    grace.go_to("Scenario: how would we respond?")
    for column, text in RESPONSES.items():
        grace.send(f"notes/{uuid4()}/", board="scenario", column=column, text=text)
    grace.go_to("Close and next steps")
    found = person("Sam")
    found.on("Close")
    found.is_live()
    return found


def button(who: Person | Facilitator, name: str) -> Locator:
    return who.page.get_by_role("button", name=name, exact=True)


def press(pressed: Locator) -> None:
    pressed.focus()
    pressed.press("Enter")


def look(who: Person | Facilitator, state: str) -> None:
    assert at_every_width(who.page, state) + fits(who.page, state) == []


def test_the_group_votes_chooses_and_says_who_owns_what(sam, grace, open_browser, server):
    press(button(sam, "Vote Fund coordination."))
    expect(sam.page.locator("[data-votes-left]")).to_have_text("You have 2 votes left.")
    sam.page.get_by_label("What will you do?").fill("Ring the health board.")
    sam.page.get_by_label("Who owns it?").first.fill("Joan Smith")
    press(button(sam, "Add action"))
    expect(sam.page.locator(".action-form .write__ask [tabindex]")).to_be_focused()
    sam.page.get_by_label("Who owns it?").first.fill("Health board")
    press(button(sam, "Add action"))
    expect(sam.own("Ring the health board.")).to_contain_text("Health board")
    expect(sam.page.locator(".action")).to_contain_text("Owner: Health board")
    look(sam, "voting is open")

    page = grace.page
    page.goto(grace.console)
    look(grace, "voting is open")
    press(page.get_by_role("link", name="Close the voting"))
    press(button(grace, "Close the voting"))
    expect(sam.page.locator(".choice", has_text="Fund coordination.")).to_contain_text("1 vote")
    candidates = page.locator(".picking__one form[id^=choose-]")
    expect(page.locator(".picking__one").first).to_contain_text("1 vote")
    press(button(grace, "Put it in the plan Fund coordination."))
    expect(candidates).to_have_count(1)
    expect(button(grace, "Put it in the plan Ring every tenant.")).to_be_focused()

    press(page.get_by_role("link", name="Owner, date and more").first)
    form = page.locator("[data-controls] form")
    form.get_by_label("Who owns it?").fill("Ministry")
    expect(form.get_by_label("What is the smallest step")).to_be_hidden()
    form.get_by_label("Do", exact=True).check()
    form.get_by_label("What is the smallest step").fill("One named desk by Friday.")
    look(grace, "an action is open")
    sam.page.get_by_label("What will you do?").fill("Tell my team.")
    press(button(sam, "Add action"))
    expect(page.locator(".making__one")).to_have_count(3)
    expect(form.get_by_label("What is the smallest step")).to_have_value(
        "One named desk by Friday."
    )
    press(form.get_by_role("button", name="Keep it", exact=True))
    expect(page.get_by_role("link", name="Owner, date and more").first).to_be_focused()
    page.get_by_role("textbox", name="Owner Ask landlords.").fill("Tenants’ forum")
    press(button(grace, "Keep Ask landlords."))

    screen = open_browser(1920).new_page()
    screen.goto(server.facts["screen"])
    expect(screen.locator(".action")).to_have_count(3)
    expect(screen.locator(".action").first).to_contain_text("Owner: Ministry")
    expect(screen.locator(".action-plan__open")).to_have_text("1 action has no owner yet.")
    expect(screen.locator(".parked__one")).to_contain_text("Owner: Tenants’ forum")
    assert violations(screen) == []
    press(button(grace, "Take it out Fund coordination."))
    expect(screen.locator(".action")).to_have_count(2)
    expect(screen.locator(".choices")).to_be_hidden()


def test_without_scripts_an_action_is_written_and_changed(person, grace, watch):
    grace.go_to("Close and next steps")
    sam = person("Sam", javascript=False)
    sam.page.get_by_label("What will you do?").fill("Ring the health board.")
    sam.page.get_by_role("button", name="Add action").click()
    sam.page.get_by_role("link", name="Change or take back").click()
    sam.page.get_by_label("Who owns it?").fill("Health board")
    sam.page.get_by_role("button", name="Keep it", exact=True).click()
    expect(sam.page.locator(".action")).to_contain_text("Owner: Health board")
