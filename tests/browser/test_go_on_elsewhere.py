"""From a laptop to a phone, and back after a lost cookie: the same person with the same notes."""

import re
import sqlite3

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width
from tests.browser.fits import fits
from tests.browser.keyboard import Keys

WRITING = "Diagnosis: write reasons"


def test_a_laptop_hands_over_to_a_phone_by_a_link(person, grace, open_browser):
    grace.go_to(WRITING)
    sam = person("Sam")
    sam.write("It comes back each winter.")
    open_own_page(sam.page)
    sam.page.get_by_role("button", name="Make a link for another device").click()
    expect(sam.page.get_by_alt_text("QR code of the link beside it.")).to_be_visible()
    phone = open_browser(360).new_page()
    phone.goto(sam.page.locator("#own-link").inner_text())
    expect(phone.get_by_role("heading", level=1)).to_have_text("Go on here as Sam?")
    phone.get_by_role("button", name="Go on here").click()

    expect(own(phone, "It comes back each winter.")).to_have_count(1)
    phone.get_by_label("A reason or an example").fill("From the phone.")
    phone.get_by_role("button", name="Add note").click()
    sam.page.get_by_role("link", name="Back to the workshop").click()
    expect(own(sam.page, "From the phone.")).to_have_count(1)


def test_a_lost_cookie_and_back_by_code_with_ones_own_notes(person, grace, open_browser):
    grace.go_to(WRITING)
    sam = person("Sam", width=360)
    sam.write("Mine before the loss.")
    own_code = own_code_on(sam.page)
    sam.context.clear_cookies()
    sam.page.goto(f"{sam.server.address}/s/{sam.server.code}/you/")
    expect(sam.page.get_by_label("The workshop’s code")).to_have_value(sam.server.code)
    sam.page.get_by_label("Your personal code").fill(own_code.lower().replace(" ", "-"))
    sam.page.get_by_role("button", name="Come back").click()

    expect(own(sam.page, "Mine before the loss.")).to_have_count(1)


def test_whoever_comes_late_is_shown_their_code(person, grace):
    grace.go_to(WRITING)
    sam = person("Sam", width=360)
    code = sam.page.locator(".own-codes__one").nth(1)
    expect(code).to_have_text(re.compile("^[A-Z]+ [A-Z]+ [0-9]{2}$"))
    sam.page.get_by_text("You are in", exact=True).click()
    expect(code).to_be_hidden()
    assert at_every_width(sam.page, "just joined") == []


def test_removing_someone_cuts_off_every_device(person, grace, open_browser, watch):
    watch.allow("403", "WebSocket")
    sam = person("Sam")
    phone = open_browser(360).new_page()
    by_link(sam.page, phone)
    expect(phone.locator(".connection")).to_have_attribute("data-connection", "live")
    sam.page.goto(f"{sam.server.address}/s/{sam.server.code}/")
    sam.is_live()
    grace.page.goto(f"{grace.console}people/")
    grace.page.get_by_role("link", name="Close the place of Sam").click()
    grace.page.get_by_role("button", name="Close this place").click()

    for page in (sam.page, phone):
        said = page.get_by_text("The facilitator has closed your place").first
        expect(said).to_be_visible(timeout=20_000)


def test_a_device_signed_out_from_afar_is_told_how_to_come_back(person, open_browser, watch):
    watch.allow("401", "403", "WebSocket")
    laptop = person("Sam")
    phone = open_browser(360).new_page()
    by_link(laptop.page, phone)
    expect(phone.locator(".connection")).to_have_attribute("data-connection", "live")
    laptop.page.reload()
    laptop.page.get_by_text("Sign out a device").click()
    laptop.page.get_by_role("button", name="Sign out my other devices").click()

    lost = phone.get_by_text("This browser has lost your place.")
    expect(lost).to_be_visible(timeout=20_000)
    expect(phone.get_by_text("The facilitator has closed your place")).to_be_hidden()
    phone.get_by_role("link", name="Enter your code").locator("visible=true").click()
    expect(phone.get_by_label("Your personal code")).to_be_visible()


def test_the_facilitator_says_a_new_code(person, grace, open_browser):
    person("Sam")
    grace.page.goto(f"{grace.console}people/")
    grace.page.get_by_role("link", name="New code for Sam").click()
    found = at_every_width(grace.page, "new code, asked")
    grace.page.get_by_role("button", name="Make a new code").click()
    code = grace.page.locator(".invite__code").inner_text()
    found += at_every_width(grace.page, "new code, made") + fits(grace.page, "new code")
    phone = open_browser(360).new_page()
    phone.goto(f"{grace.server.address}/join/")
    phone.get_by_role("link", name="I was here before").click()
    phone.get_by_label("The workshop’s code").fill(grace.server.code)
    phone.get_by_label("Your personal code").fill(code)
    phone.get_by_role("button", name="Come back").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("You are in, Sam")
    open_own_page(phone)
    expect(phone.get_by_text("The facilitator made it for you.")).to_be_visible()
    assert found == []


def test_by_keyboard_alone_and_without_scripts(person, open_browser, server):
    sam = person("Sam", javascript=False)
    code = own_code_on(sam.page)
    sam.page.get_by_role("button", name="Make a link for another device").click()
    link = sam.page.locator("#own-link").inner_text()
    expect(sam.page.get_by_text("Announcements and shortcuts need scripts")).to_be_visible()
    keys = Keys(open_browser(360).new_page())
    keys.page.goto(f"{server.address}/join/")
    keys.to("I was here before")
    keys.follow()
    keys.to("The workshop’s code")
    keys.type(server.code)
    keys.to("Your personal code")
    keys.type(code)
    keys.follow()
    expect(keys.page.get_by_role("heading", level=1)).to_have_text("You are in, Sam")
    sam.page.goto(link)
    sam.page.get_by_role("button", name="Go on here").click()
    open_own_page(sam.page)
    sam.page.get_by_text("Sign out a device").click()
    sam.page.get_by_role("button", name="Sign out this device").click()
    expect(sam.page.get_by_role("heading", level=1)).to_have_text("This device is signed out")
    sam.page.goto(f"{server.address}/s/{server.code}/")
    expect(sam.page.get_by_role("heading", level=1)).to_have_text("Join the workshop")
    keys.page.reload()
    expect(keys.page.get_by_role("heading", level=1)).to_have_text("You are in, Sam")


@pytest.mark.own_server
def test_coming_back_passes_axe_in_every_state(person, open_browser, server, watch):
    watch.allow("404", "410", "422", "429")
    sam = person("Sam")
    page = open_browser().new_page()
    page.goto(f"{server.address}/s/{server.code}/come-back/")
    found = looked_at(page, "come back")
    page.get_by_role("button", name="Come back").click()
    found += looked_at(page, "come back, empty")
    page.get_by_label("Your personal code").fill("maple river 47")
    page.get_by_role("button", name="Come back").click()
    found += looked_at(page, "come back, wrong")
    for _ in range(10):
        page.get_by_role("button", name="Come back").click()
    expect(page.get_by_text("Too many tries.").first).to_be_visible()
    found += looked_at(page, "come back, too often")
    open_own_page(sam.page)
    sam.page.get_by_role("button", name="Make a link for another device").click()
    link = sam.page.locator("#own-link").inner_text()
    page.goto(link)
    found += looked_at(page, "go on")
    with sqlite3.connect(server.data / "workshop.sqlite3") as database:
        database.execute("delete from workshops_passage")
    page.goto(link)
    found += looked_at(page, "link used")
    assert found == []


def looked_at(page: Page, state: str) -> list[str]:
    return at_every_width(page, state) + fits(page, state)


def by_link(laptop: Page, phone: Page) -> None:
    open_own_page(laptop)
    laptop.get_by_role("button", name="Make a link for another device").click()
    phone.goto(laptop.locator("#own-link").inner_text())
    phone.get_by_role("button", name="Go on here").click()


def own_code_on(page: Page) -> str:
    open_own_page(page)
    return page.locator(".own-codes__one").nth(1).inner_text()


def open_own_page(page: Page) -> None:
    page.get_by_role("link", name=", your place").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your place")


def own(page: Page, text: str):
    return page.locator('[data-key^="mine-"]').filter(has_text=text)
