"""Coming in by code in a real browser: axe in every state, and keys alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import at_every_width


@pytest.mark.own_server
def test_every_state_of_joining_passes_axe(open_browser, server, watch, grace):
    watch.allow("404", "403", "409", "429")
    page = open_browser().new_page()
    page.goto(f"{server.address}/join/")
    found = at_every_width(page, "code")
    page.get_by_role("button", name="Continue").click()
    found += at_every_width(page, "no code")
    page.get_by_label("Code").fill("zzz 222")
    page.get_by_role("button", name="Continue").click()
    found += at_every_width(page, "wrong code")
    page.get_by_label("Code").fill(server.code.lower())
    page.get_by_role("button", name="Continue").click()
    link = page.url
    found += at_every_width(page, "details")
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page).to_have_title(re.compile("^Error: "))
    found += at_every_width(page, "details, with errors")
    for _ in range(10):
        page.goto(f"{server.address}/s/ZZZ222/join/")
    expect(page.get_by_text("Too many tries. Wait 1 minute").first).to_be_visible()
    found += at_every_width(page, "too many tries")
    grace.page.goto(f"{grace.console}people/")
    grace.page.get_by_role("button", name="Close joining").click()
    page.goto(link)
    found += at_every_width(page, "joining closed")
    assert found == []


def test_a_closed_place_says_so_at_once(person, grace, watch):
    watch.allow("403", "409", "WebSocket")
    sam = person("Sam", width=360)
    sam.is_live()
    grace.page.goto(f"{grace.console}people/")
    grace.page.get_by_role("link", name="Close the place of Sam").click()
    grace.page.get_by_role("button", name="Close this place").click()

    expect(sam.page.get_by_text("The facilitator has closed your place").first).to_be_visible()
    sam.page.goto(f"{sam.server.address}/s/{sam.server.code}/")
    expect(sam.page.get_by_role("heading", level=1)).to_have_text(
        "The facilitator has closed your place."
    )
    assert at_every_width(sam.page, "removed") == []


def test_joining_by_keys_alone(open_browser, server):
    page = open_browser(360).new_page()
    page.goto(f"{server.address}/join/")
    to(page, "Code")
    page.keyboard.type(server.code)
    page.keyboard.press("Enter")
    to(page, "Name to be called by")
    page.keyboard.type("Priya")
    to(page, "National government")
    page.keyboard.press("ArrowDown")
    to(page, "I agree that my notes are kept for this workshop.")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/s/{server.code}/")


def test_joining_works_without_scripts(person, server):
    assert person("Sam", javascript=False).page.url.endswith(f"/s/{server.code}/")


def to(page, label: str) -> None:
    """Press Tab until the field with this label has the focus."""
    field = page.get_by_label(label, exact=True)
    for _ in range(40):
        page.keyboard.press("Tab")
        if field.evaluate("field => field === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {label}.")
