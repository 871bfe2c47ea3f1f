"""Someone misses an indicator in the middle of another step; a moment later everyone has it."""

from playwright.sync_api import expect

from tests.browser.axe import at_every_width
from tests.browser.fits import fits
from tests.browser.people import Facilitator, Person

LABEL = "Money can follow the person"


def look(who: Person | Facilitator, state: str) -> None:
    assert at_every_width(who.page, state) + fits(who.page, state) == []


def suggest(who: Person, label: str, means: str = "") -> None:
    """Write it by keys alone in the form that the page has."""
    who.page.get_by_label("What is missing?").fill(label)
    who.page.get_by_label("What does it mean?").fill(means)
    who.page.get_by_role("button", name="Suggest it").press("Enter")
    expect(who.own(label)).to_have_count(1)


def test_it_is_suggested_while_all_read_adopted_and_on_every_page(grace, person, open_browser):
    grace.go_to("Indicators: read and discuss")
    sam, joan = person("Sam"), person("Joan", 360)
    screen = open_browser(1920).new_page()
    screen.goto(grace.server.facts["screen"])
    sam.is_live()
    joan.is_live()
    sam.page.locator("#suggest-one > summary").press("Enter")
    sam.page.get_by_label("What is missing?").fill("x" * 81)
    sam.page.get_by_role("button", name="Suggest it").press("Enter")
    expect(sam.page.locator("#suggest-error")).to_contain_text("too long by 1")
    look(sam, "suggesting in another step")
    suggest(sam, LABEL, "Budgets cross borders.")
    grace.page.locator("#suggestions > summary").press("Enter")
    grace.page.get_by_role("button", name="Adopt").press("Enter")
    for page in (sam.page, joan.page):
        expect(page.locator(".signs__list")).to_contain_text(LABEL)
    expect(sam.own(LABEL)).to_contain_text("Adopted")

    grace.go_to("Indicators: anything missing?")
    expect(screen.locator(".screen-adds__signs")).to_contain_text(LABEL)
    sam.on("Anything missing?")
    suggest(sam, "Data is shared safely")
    expect(sam.own("Data is shared safely")).to_contain_text("8 Common approach to data")
    expect(joan.seen("Data is shared safely")).to_be_visible()
    expect(grace.page.locator(".deciding__one").nth(1)).to_contain_text("Does it say the same")
    look(sam, "suggestions beside the signs")
    look(grace, "deciding on suggestions")


def test_half_typed_words_are_there_after_a_reload(grace, person):
    grace.go_to("Indicators: agree proxies")
    sam = person("Sam")
    sam.is_live()
    sam.page.locator("#suggest-one > summary").press("Enter")
    sam.page.get_by_label("What does it mean?").fill("Budgets cross borders.")
    sam.page.get_by_label("What is missing?").fill(LABEL)
    sam.page.wait_for_timeout(600)
    sam.page.reload()
    expect(sam.page.get_by_label("What is missing?")).to_have_value(LABEL)
    expect(sam.page.get_by_label("What does it mean?")).to_have_value("Budgets cross borders.")


def test_pairs_are_made_and_each_knows_with_whom(grace, person):
    grace.go_to("Indicators: agree proxies")
    sam, _joan = person("Sam"), person("Joan", 360)
    sam.is_live()
    grace.page.get_by_role("button", name="Make the pairs").press("Enter")
    expect(sam.page.locator(".seat")).to_have_text("You work with Joan.")
    expect(grace.page.locator("#sharing-heading")).to_be_focused()
    grace.page.locator("#change-the-pairs > summary").press("Enter")
    look(grace, "pairs and their shares")
