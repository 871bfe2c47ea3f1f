"""Two people and the facilitator agree on a proxy; no words are lost, and axe finds nothing."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import at_every_width, violations
from tests.browser.fits import fits
from tests.browser.keyboard import Keys
from tests.browser.people import Facilitator, Person

STEP = "Indicators: agree proxies"
TEXT = "Share of referrals that match the needs profile for the area"


@pytest.fixture
def two(grace, person) -> tuple[Person, Person]:
    grace.go_to(STEP)
    found = person("Sam"), person("Joan")
    for each in found:
        each.on("Agree proxies")
        each.is_live()
    return found


def row(who: Person | Facilitator, label: str = "Local need understood") -> Locator:
    named = who.page.get_by_role("rowheader", name=label)
    return who.page.get_by_role("row").filter(has=named)


def look(who: Person | Facilitator, state: str) -> None:
    assert at_every_width(who.page, state) + fits(who.page, state) == []


def test_a_proxy_is_written_by_keys_called_changed_by_two_and_agreed(
    two, grace, open_browser, watch
):
    watch.allow("409")
    sam, joan = two
    grace.page.goto(grace.console)
    write_by_keys(sam)
    expect(row(joan).get_by_text(TEXT)).to_be_visible()
    expect(row(joan).get_by_text("No proxy yet.")).to_have_count(0)
    call_by_keys(joan)

    row(sam).get_by_role("link", name="Change", exact=True).click()
    row(joan).get_by_role("link", name="Change", exact=True).click()
    save(joan, f"{TEXT}, each year")
    expect(row(sam).locator(".proxy__line")).to_contain_text("each year")
    expect(row(joan).get_by_role("button", name="Change it")).to_have_attribute(
        "aria-pressed", "false"
    )
    save(sam, f"{TEXT}, each month")
    told = row(sam).locator("[data-error]:visible")
    expect(told).to_contain_text(f"It now says: “{TEXT}, each year” (Count it).")
    expect(words(sam)).to_have_value(f"{TEXT}, each month")
    look(sam, "told that someone has changed it")
    save(sam, words(sam).input_value())
    expect(row(joan).locator(".proxy__line")).to_contain_text("each month")

    press(grace.page.get_by_role("button", name="Begin the read-back"))
    current = grace.page.locator(".pcurrent")
    expect(current).to_contain_text("each month")
    press(current.get_by_role("button", name="Agree", exact=True))
    expect(row(sam).locator(".proxy")).to_have_attribute("data-standing", "agreed")
    expect(sam.page.locator(".psums__words")).to_contain_text("1 of 10 have an agreed proxy.")
    look(sam, "the room is on one that is agreed")
    assert violations(grace.page) == []
    screen = open_browser(1920).new_page()
    screen.goto(f"{grace.server.address}/screen/{grace.server.facts['screen'].split('/')[-2]}/")
    expect(screen.locator(".pcurrent")).to_contain_text("each month")
    assert violations(screen) == []


def test_a_gap_is_left_by_keys_and_gaps_come_first(two, grace):
    sam, joan = two
    left = row(sam, "Learning culture").get_by_role("button", name="Leave as a gap")
    press(left)
    expect(row(joan, "Learning culture")).to_contain_text("Left as a gap.")
    expect(row(sam, "Learning culture").get_by_role("button")).to_be_focused()
    sam.page.get_by_role("link", name="Write for this one").or_(
        row(sam).get_by_role("link", name="Suggest one")
    ).first.click()
    sam.page.locator("#text").fill("Days to an answer")
    sam.page.get_by_role("button", name="Add this proxy").click()
    expect(sam.page.locator("#text-error")).to_contain_text("Choose what it is")
    sam.page.get_by_label("Count it").check()
    sam.page.get_by_role("button", name="Add this proxy").click()
    expect(row(joan)).to_contain_text("Days to an answer")

    press(sam.page.get_by_role("button", name="Show gaps first"))

    last = sam.page.get_by_role("rowheader").nth(-1)
    expect(last).to_contain_text("Local need understood")
    grace.page.goto(grace.console)
    look(sam, "gaps first")
    assert at_every_width(grace.page, "console") == []


def write_by_keys(sam: Person) -> None:
    """Take the third example, and say what kind it is."""
    keys = Keys(sam.page)
    keys.to("Questions and examples for each indicator")
    keys.press("Enter")
    keys.to("Three examples")
    keys.press("Enter")
    for _each in range(3):
        sam.page.keyboard.press("Tab")
    keys.press("Enter")
    box = sam.page.locator("#text")
    expect(box).to_be_focused()
    expect(box).to_have_value(TEXT)
    expect(sam.page.get_by_label("Count it")).to_be_checked()
    keys.to("Add this proxy")
    keys.press("Enter")
    expect(sam.own(TEXT)).to_have_count(1)
    expect(box).to_be_focused()
    expect(box).to_have_value("")


def call_by_keys(joan: Person) -> None:
    change = row(joan).get_by_role("button", name="Change it")
    press(change)
    expect(change).to_have_attribute("aria-pressed", "true")
    expect(row(joan)).to_contain_text("Calls: Change it: 1")
    expect(change).to_be_focused()


def words(who: Person) -> Locator:
    """What is typed in the open menu of a proxy."""
    return row(who).get_by_label("What could we see, count or hear?")


def save(who: Person, text: str) -> None:
    words(who).fill(text)
    row(who).get_by_role("button", name="Save the change").click()


def press(pressed: Locator) -> None:
    pressed.focus()
    pressed.press("Enter")
