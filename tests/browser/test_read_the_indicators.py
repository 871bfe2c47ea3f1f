"""One indicator at a time: reading ahead, going there, and a private rating by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import at_every_width
from tests.browser.keyboard import Keys

READING = "Indicators: read and discuss"
FIRST, SECOND, LAST = (
    "Local need understood",
    "Outcomes set by lived experience",
    "Learning culture",
)


@pytest.fixture
def sam(grace, person):
    grace.go_to(READING)
    someone = person("Sam")
    someone.on("Read the ten")
    someone.is_live()
    return someone


def on(page, sign: str) -> None:
    """Wait until this indicator is the large one."""
    expect(page.locator(".sign__name:visible")).to_have_text(sign)


def box(page):
    return page.get_by_label("What do you see here?")


def next_one(grace) -> None:
    grace.page.get_by_role("button", name=re.compile("^Next indicator")).click()


def test_read_ahead_and_go_there(sam, grace):
    grace.page.reload()
    on(sam.page, FIRST)
    sam.page.get_by_role("link", name=re.compile(LAST)).click()
    on(sam.page, LAST)
    expect(sam.page.locator("#about-learning_culture")).to_be_focused()
    next_one(grace)
    expect(sam.page.get_by_text("The room is on 2.").locator("visible=true")).to_be_visible()
    on(sam.page, LAST)
    box(sam.page).fill("We stop nothing.")
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.page.locator("#learning_culture [data-key^=mine-]")).to_contain_text(
        "We stop nothing."
    )
    sam.page.get_by_role("link", name="Go there").locator("visible=true").click()
    on(sam.page, SECOND)


def test_the_room_takes_along_who_is_not_writing_and_leaves_who_is(sam, grace, person):
    joan = person("Joan", width=360)
    joan.is_live()
    grace.page.reload()
    box(sam.page).fill("Half a thought")
    joan.page.evaluate("document.activeElement.blur()")
    next_one(grace)
    on(joan.page, SECOND)
    expect(sam.page.get_by_text("The room is on 2.").locator("visible=true")).to_be_visible()
    on(sam.page, FIRST)
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.page.locator("#local_need [data-key^=mine-]")).to_contain_text("Half a thought")
    expect(joan.page.locator("[data-strip-of][data-local-new]")).to_contain_text(FIRST)


def test_rate_by_keyboard_alone_until_it_is_closed(sam, grace):
    grace.page.reload()
    grace.page.get_by_text("Ask how far each is true here").click()
    grace.page.get_by_role("button", name="Open the rating").click()
    expect(grace.page.get_by_text("Nobody has rated yet.")).to_be_visible()
    found = at_every_width(sam.page, "rating")
    keys = Keys(sam.page)
    sam.page.locator("h1").focus()
    keys.to("Not at all")
    keys.press("ArrowRight")
    keys.press("Space")
    keys.to("Save my rating")
    keys.press("Enter")
    expect(sam.page.get_by_text("Your rating: In places. Only you see it.")).to_be_visible()
    expect(grace.page.get_by_text("1 person has rated.")).to_be_visible()
    found += at_every_width(grace.page, "console while people rate")
    grace.page.get_by_role("link", name="Close the rating").first.click()
    found += at_every_width(grace.page, "closing asks")
    grace.page.get_by_role("button", name="Close the rating").click()
    expect(grace.page.get_by_text("Only you see this list.")).to_be_visible()
    sam.page.locator("h1").focus()
    expect(sam.page.get_by_role("heading", name="The rating is closed")).to_be_visible()
    expect(sam.page.get_by_role("button", name="Save my rating")).to_have_count(0)
    grace.page.get_by_text("Change the order").click()
    grace.page.get_by_text(re.compile("^Set it aside")).first.click()
    found += at_every_width(grace.page, "console, rating closed")
    found += at_every_width(sam.page, "rating closed")
    assert found == []


def test_set_one_aside_and_change_the_order_on_the_console(sam, grace, watch):
    watch.allow("422")
    grace.page.reload()
    grace.page.get_by_text(re.compile("^Set it aside")).first.click()
    reason = grace.page.get_by_label("Why does the group set it aside?").first
    reason.press("Enter")
    expect(grace.page.get_by_text("Say in a few words why.")).to_be_visible()
    reason.fill("Decided elsewhere.")
    reason.press("Enter")
    expect(sam.page.locator(".sign:visible")).to_contain_text("Decided elsewhere.")
    grace.page.get_by_role("button", name="Bring it back").click()
    expect(sam.page.locator(".sign:visible")).not_to_contain_text("Decided elsewhere.")
    grace.page.get_by_text("Change the order").click()
    later = grace.page.locator("#press-later-local_need")
    later.click()
    expect(sam.page.locator(".signs__label").first).to_have_text(SECOND)
    expect(later).to_be_focused()


def test_without_scripts_all_are_on_one_page_in_order(sam, grace, person):
    ned = person("Ned", width=360, javascript=False)
    names = ned.page.locator(".column .sign__name")
    expect(names).to_have_count(10)
    ned.page.get_by_label("Which indicator?").select_option("data_sharing")
    box(ned.page).fill("Each in its own file.")
    ned.page.get_by_role("button", name="Add note").click()
    expect(ned.page.locator("#data_sharing")).to_contain_text("Each in its own file.")
    expect(sam.page.locator("#data_sharing [data-key]")).to_contain_text("Each in its own file.")
