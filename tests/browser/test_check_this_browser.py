"""Someone tries out their browser and their network before the day."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import at_every_width
from tests.browser.fits import fits
from tests.browser.wire import STREAMS, UPGRADES

NO_STORAGE = """Object.defineProperty(window, "indexedDB", { get() { throw new Error("blocked") } })
Object.defineProperty(window, "localStorage", { get() { throw new Error("blocked") } })"""
AN_HOUR_OFF = "const now = Date.now.bind(Date); Date.now = () => now() + 3600000"


@pytest.fixture
def checked(open_browser, wire):
    """Open the page behind the wire; `before` runs in it first."""

    def check(before: str = "", **more):
        page = open_browser(**more).new_page()
        if before:
            page.add_init_script(before)
        page.goto(f"{wire.address}/check/")
        return page

    return check


def says(page, *words: str) -> None:
    shown = page.locator("[data-overall] [data-when]:visible")
    expect(shown).to_have_text([*words], timeout=30_000)
    found = at_every_width(page, words[0]) + fits(page, words[0])
    assert found == []


def finding(page, name: str):
    return page.locator(f'[data-check="{name}"] [data-when]:visible')


def test_where_everything_works(checked):
    page = checked()
    says(page, "Ready. Everything that a workshop needs works here.")
    for name in ("http", "socket", "stream", "notes", "settings"):
        expect(finding(page, name)).to_contain_text("Works")
    expect(finding(page, "clock")).to_contain_text("It agrees with the server’s.")
    expect(page.locator("#report")).to_contain_text("WebSocket: Works. Live updates come at once.")
    expect(page.locator("#report")).to_contain_text("Mozilla/5.0")


def test_where_sockets_are_blocked(checked, wire, watch):
    watch.allow("WebSocket", "403")
    wire.refuses = (UPGRADES,)
    page = checked()
    says(
        page,
        "Ready. This network blocks WebSockets, so live updates come another way, "
        "and still at once.",
    )
    expect(page.locator("#report")).to_contain_text("WebSocket: Blocked. The")


def test_where_streams_are_blocked_too_and_how_it_is_once_they_are_allowed(checked, wire, watch):
    watch.allow("WebSocket", "403", "EventSource", "ERR_")
    wire.refuses = (UPGRADES, STREAMS)
    page = checked()
    says(
        page,
        "You can take part. Live updates will come every few seconds instead of at once.",
    )
    wire.refuses = ()
    page.get_by_role("button", name="Check again").click()
    says(page, "Ready. Everything that a workshop needs works here.")


def test_where_the_browser_may_keep_nothing_and_its_clock_is_off(checked):
    page = checked(NO_STORAGE + "\n" + AN_HOUR_OFF)
    says(
        page,
        "Ready. Everything that a workshop needs works here.",
        "This browser keeps nothing on the device: while you are offline, leave the "
        "workshop’s page open until it says that your notes are saved.",
    )
    expect(finding(page, "clock")).to_contain_text("this many seconds: 36")


def test_without_javascript_the_page_says_what_still_works(checked):
    page = checked(java_script_enabled=False)
    expect(page.get_by_text("JavaScript is off in this browser")).to_be_visible()
    expect(page.locator("[data-check]").first).to_be_hidden()
    expect(page.locator("#report")).to_contain_text("WebSocket upgrades")


def test_people_are_sent_here_from_home_and_facilitators_from_the_invite(
    grace, open_browser, server
):
    page = open_browser().new_page()
    page.goto(server.address)
    page.get_by_role("link", name="Check this browser").click()
    expect(page.get_by_role("heading", name="Check this browser")).to_be_visible()
    grace.page.get_by_role("link", name="Plan", exact=True).click()
    grace.page.get_by_role("link", name="Invite").first.click()
    link = grace.page.get_by_role("link", name="/check/")
    expect(link).to_have_attribute("href", f"{server.address}/check/")
