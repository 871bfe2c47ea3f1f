"""A prompt card comes and goes; at the close people answer, and keep what they wrote."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width
from tests.browser.fits import FAULTS

PARTS = """() => [...document.querySelectorAll('.step *')]
  .filter(part => part.checkVisibility()).map(part => Math.round(part.getBoundingClientRect().y))"""
HEARD = """() => { window.heard = []; const region = document.querySelector('[data-announcer]')
  new MutationObserver(() => window.heard.push(region.textContent))
    .observe(region, {childList: true, characterData: true, subtree: true}) }"""


@pytest.fixture
def screen(open_browser, server) -> Page:
    page = open_browser(1920).new_page()
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(server.facts["screen"])
    return page


def look_at(console: Page, group: str, card: str) -> None:
    """Open the list of cards and look at one."""
    for words in ("All cards", group):
        summary = console.locator("details:not([open]) > summary")
        closed = summary.filter(has_text=re.compile(f"^{words}$"))
        if closed.count():
            closed.click()
    console.get_by_role("link", name=card, exact=True).click()
    expect(console.locator("#card-preview-name")).to_have_text(card)
    expect(console.locator("#card-preview-name")).to_be_focused()


def test_a_card_comes_and_goes_and_moves_nothing(grace, person, screen):
    grace.go_to("Diagnosis: write reasons")
    sam = person("Sam", width=360)
    sam.on("Write reasons")
    sam.is_live()
    sam.page.evaluate(HEARD)
    before = sam.page.evaluate(PARTS)
    console = grace.page
    look_at(console, "Risk", "Pool the risk")
    console.get_by_role("button", name="Show to everyone").click()

    card = sam.page.locator(".slip__card")
    expect(card.get_by_text("Which risk is too big")).to_be_visible()
    expect(screen.get_by_text("Which risk is too big")).to_be_visible()
    assert sam.page.evaluate(PARTS) == before
    assert sam.page.evaluate("document.activeElement === document.body")
    said = "A card from the facilitator: Pool the risk"
    sam.page.wait_for_function("said => window.heard.join().includes(said)", arg=said)
    sam.page.set_viewport_size({"width": 360, "height": 740})
    assert at_every_width(sam.page, "a card on a phone") == []

    sam.page.set_viewport_size({"width": 360, "height": 740})
    box = sam.page.get_by_label("A reason or an example")
    box.focus()  # whoever writes sees the card's name alone
    expect(card.get_by_text("Which risk is too big")).to_be_hidden()
    box.blur()
    card.locator("summary").click()
    expect(card.get_by_text("Which risk is too big")).to_be_hidden()
    console.get_by_role("button", name="Show to everyone").click()
    console.wait_for_timeout(300)
    expect(card.get_by_text("Which risk is too big")).to_be_hidden()  # closed by its reader

    look_at(console, "Case studies", "Neath Port Talbot: home adaptations")
    console.get_by_role("button", name="Show to everyone").click()
    expect(screen.get_by_text("33% of cases in its table")).to_be_visible()
    assert screen.evaluate(FAULTS) == []
    expect(card).to_have_attribute("open", "")
    assert sam.page.evaluate("window.heard").count(f"{said}.") <= 1

    console.get_by_role("button", name="Take it off").click()
    expect(card).to_have_count(0)
    expect(screen.locator(".question__title")).to_have_count(0)
    expect(console.locator("#cards-heading")).to_be_focused()
    expect(screen.locator(".screen-board, .column").first).to_be_visible()


def test_the_pulse_is_answered_and_ones_notes_are_copied(grace, person):
    grace.go_to("Diagnosis: write reasons")
    sam = person("Sam")
    sam.on("Write reasons")
    sam.write("Three repair drives in ten years.")
    grace.go_to("Close and next steps")
    sam.on("Close")
    heard = sam.page.get_by_role("group", name="Could you say what needed saying?")
    heard.get_by_label("Partly").check()
    sam.page.get_by_role("button", name="Keep my answers").click()
    expect(sam.page.locator("[data-announcer]")).to_have_text("Your answers are saved.")
    assert at_every_width(sam.page, "the close") == []
    sam.page.reload()
    expect(heard.get_by_label("Partly")).to_be_checked()
    expect(sam.page.get_by_role("heading", name="Your notes: 1")).to_be_visible()
    sam.page.get_by_role("link", name="All of them as text").click()
    expect(sam.page.locator("body")).to_contain_text("- Three repair drives in ten years.")
