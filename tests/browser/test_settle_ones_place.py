"""What someone chooses for a device: silence, and single keys."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width
from tests.browser.fits import fits
from tests.browser.keyboard import Keys

WRITING = "Diagnosis: write reasons"
AGREEING = "Diagnosis: build a common view"


@pytest.fixture
def sam(person, grace):
    grace.go_to(WRITING)
    someone = person("Sam")
    someone.on("Write reasons")
    return someone


def test_announcements_off_says_nothing(sam):
    announcer = sam.page.locator("[data-announcer]")
    sam.write("Said.")
    expect(announcer).not_to_be_empty()
    switch(sam, "Announcements", False)
    sam.write("Not said.")

    sam.page.wait_for_timeout(300)
    expect(announcer).to_be_empty()
    switch(sam, "Announcements", True)
    sam.write("Said again.")
    expect(announcer).not_to_be_empty()


def test_keys_do_nothing_until_they_are_switched_on(sam):
    sam.page.keyboard.press("n")
    sam.page.keyboard.press("?")
    expect(sam.page.get_by_label("A reason or an example")).not_to_be_focused()
    expect(sam.page.get_by_role("dialog")).to_be_hidden()
    switch(sam, "Shortcuts", True)
    sam.page.keyboard.press("n")

    expect(sam.page.get_by_label("A reason or an example")).to_be_focused()
    expect(sam.page.get_by_label("A reason or an example")).to_have_value("")


def test_the_keys_of_the_box_and_the_columns(sam):
    switch(sam, "Shortcuts", True)
    sam.page.keyboard.press("7")
    expect(sam.page.get_by_label("Where it belongs")).to_have_value("unsolved")
    sam.page.keyboard.press("n")
    sam.page.keyboard.type("njkm?710")
    expect(sam.page.get_by_label("A reason or an example")).to_have_value("njkm?710")
    expect(sam.page.get_by_label("Where it belongs")).to_have_value("unsolved")
    expect(sam.page.get_by_role("dialog")).to_be_hidden()


def test_from_note_to_note_and_move(sam, grace, person):
    joan = person("Joan")
    for text in ("First.", "Second.", "Third."):
        joan.write(text, "ill_defined")
    grace.go_to(AGREEING)
    sam.on("Build a common view")
    expect(sam.seen("Third.")).to_be_visible()
    switch(sam, "Shortcuts", True)
    expect(sam.seen("Third.")).to_be_visible()
    keys = Keys(sam.page)
    assert keys.press("j").name.startswith("First.")
    assert keys.press("j").name.startswith("Second.")
    assert keys.press("k").name.startswith("First.")
    grace.control("pause")  # the page hears of it, and the note keeps the focus
    expect(sam.page.locator(".step__notice--paused")).to_be_visible()
    assert keys.press("j").name.startswith("Second.")
    sam.page.keyboard.press("m")

    keys.lands("Move this note to")
    sam.page.keyboard.press("Escape")
    keys.lands("Move")


def test_the_list_of_keys(sam):
    switch(sam, "Shortcuts", True)
    sam.page.keyboard.press("?")
    dialog = sam.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    found = at_every_width(sam.page, "the list of keys") + fits(sam.page, "the list of keys")
    sam.page.keyboard.press("n")
    expect(dialog).to_be_visible()
    sam.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert found == []


def test_a_browser_that_keeps_nothing_says_so(sam):
    own_page(sam)
    sam.page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('blocked') } }")
    box = sam.page.get_by_role("checkbox", name="Shortcuts")
    box.click()

    expect(sam.page.get_by_text("This browser lets no page keep anything")).to_be_visible()
    expect(box).not_to_be_checked()


def test_ones_own_page_passes_axe_and_is_gone_through_by_keys(sam, grace):
    sam.write("It comes back each winter.")
    own_page(sam)
    keys = Keys(sam.page)
    keys.to("Make a link for another device")
    keys.follow()
    for summary in ("Sign out a device", "The shortcuts"):
        keys.to(summary)
        keys.press("Enter")
    keys.to("Announcements", back=True)
    keys.press("Space")
    expect(sam.page.get_by_text("Kept on this device.")).to_be_visible()
    keys.to("Change or take back", "It comes back each winter.")
    found = at_every_width(sam.page, "your place") + fits(sam.page, "your place")
    keys.follow()
    expect(sam.page.get_by_role("heading", level=1)).to_have_text("Your note")
    sam.page.go_back()
    keys.to("I was here before as someone else")
    grace.send("end/")
    sam.page.reload()
    found += at_every_width(sam.page, "your place, ended")
    assert found == []


def switch(someone, setting: str, on: bool) -> None:
    """Choose it on one's own page, and go back to the board."""
    own_page(someone)
    someone.page.get_by_role("checkbox", name=setting).set_checked(on)
    expect(someone.page.get_by_text("Kept on this device.")).to_be_visible()
    someone.page.get_by_role("link", name="Back to the workshop").click()
    someone.is_live()


def own_page(someone) -> Page:
    someone.page.get_by_role("link", name=", your place").click()
    expect(someone.page.get_by_role("heading", level=1)).to_contain_text("Your place")
    return someone.page
