"""Clocks that are wrong: a device's, the server's, and a restart in the last second.

Every view counts down to the server's own value, whatever happens to a clock, within a second
(HSI_LONG=1 on a machine with nothing else to do) or a few (anywhere).
"""

import os
import re
import time

import pytest
from playwright.sync_api import Page, expect

WRITING = "Diagnosis: write reasons"
TEN_MINUTES = 600.0
AT_ONCE = 1.0 if os.environ.get("HSI_LONG") else 5.0  # seconds; a busy machine is no fault

# A device whose clock is an hour fast, and can be set: `setClock(-7200000)`. What only
# goes on (performance.now) is left alone, as it is on a real device.
WRONG_CLOCK = """
  const real = Date.now.bind(Date)
  let off = 3600000
  Date.now = () => real() + off
  window.setClock = (milliseconds) => { off = milliseconds }
"""


# A device that sleeps: its page is hidden, and what only goes on stands still meanwhile.
FALLS_ASLEEP = """() => {
  const real = performance.now.bind(performance)
  let [asleep, slept] = [false, 0]
  Object.defineProperty(document, "hidden", { configurable: true, get: () => asleep })
  performance.now = () => real() - slept
  window.sleeps = (isAsleep, milliseconds = 0) => {
    asleep = isAsleep
    slept += milliseconds
    document.dispatchEvent(new Event("visibilitychange"))
  }
}"""


@pytest.fixture
def views(grace, person, open_browser, server):
    """The three views of a running step: console, place and screen."""
    grace.go_to(WRITING)
    sam = person("Sam")
    screen = open_browser(1920).new_page()
    screen.goto(server.facts["screen"])
    pages = {"console": grace.page, "place": sam.page, "screen": screen}
    for page in pages.values():
        expect(page.locator("[data-key=timer] [data-timer-text]")).to_have_text(
            re.compile(r"\d+:\d\d")
        )
    sam.is_live()
    expect(grace.page.locator(".connection")).to_have_attribute("data-connection", "live")
    return pages


def shown(page: Page) -> int:
    """The seconds that the page's timer shows; below zero when the time is over."""
    timer = page.locator("[data-key=timer]")
    minutes, seconds = timer.locator("[data-timer-text]").inner_text().split(":")
    over = timer.get_attribute("data-local-over") is not None
    return (int(minutes) * 60 + int(seconds)) * (-1 if over else 1)


def ends_at(page: Page) -> float:
    """When the step ends by the server's clock, in seconds since 1970."""
    return int(page.locator("[data-key=timer]").get_attribute("data-ends-at")) / 1000


def is_right(page: Page, server_is_ahead: float = 0) -> bool:
    """Does the page show what the server's clock says is left, to the second?"""
    left = ends_at(page) - (time.time() + server_is_ahead)
    return abs(shown(page) - left) <= 1.5


def all_become_right(views: dict[str, Page], server_is_ahead: float, within: float) -> None:
    """Wait until every view shows the server's own value, and say which does not."""
    until = time.monotonic() + within
    wrong = list(views)
    while wrong and time.monotonic() < until:
        wrong = [name for name, page in views.items() if not is_right(page, server_is_ahead)]
        next(iter(views.values())).wait_for_timeout(50)
    assert wrong == []


def test_a_device_an_hour_off_shows_the_servers_time(person, grace):
    grace.go_to(WRITING)
    sam = person("Sam")
    sam.context.add_init_script(WRONG_CLOCK)
    sam.page.reload()
    sam.is_live()
    assert sam.page.evaluate("Date.now()") / 1000 > time.time() + 3500
    assert is_right(sam.page)


def test_a_device_whose_clock_is_set_while_it_runs_goes_on_counting(person, grace):
    grace.go_to(WRITING)
    sam = person("Sam")
    sam.context.add_init_script(WRONG_CLOCK)
    sam.page.reload()
    sam.is_live()
    for off in (-7200000, 86400000):
        sam.page.evaluate("off => setClock(off)", off)
        sam.page.wait_for_timeout(600)
        assert is_right(sam.page)


@pytest.mark.own_server
@pytest.mark.parametrize("by", [TEN_MINUTES, -TEN_MINUTES])
def test_the_servers_clock_is_set_and_every_view_shows_it_at_once(views, server, by):
    server.shift_clock(by)
    all_become_right(views, by, within=AT_ONCE)
    console = views["console"]
    way = "ahead" if by > 0 else "back"
    expect(console.get_by_role("alert").filter(has_text="clock")).to_contain_text(
        f"The server’s clock has jumped {way} by 10 minutes."
    )


@pytest.mark.own_server
def test_one_press_keeps_what_was_left_on_every_view(views, server):
    before = shown(views["place"])
    server.shift_clock(TEN_MINUTES)
    views["console"].get_by_role("button", name=re.compile("^Keep .* minutes left$")).click()
    expect(views["console"].locator(".runner__clock")).to_have_count(0)
    expect(views["console"].locator("#press-pause")).to_be_focused()
    all_become_right(views, TEN_MINUTES, within=AT_ONCE)
    for page in views.values():
        assert before - 30 <= shown(page) <= before


@pytest.mark.own_server
def test_leave_it_goes_by_the_clock(views, server):
    server.shift_clock(TEN_MINUTES)
    views["console"].get_by_role("button", name="Leave it").click()
    expect(views["console"].locator(".runner__clock")).to_have_count(0)
    all_become_right(views, TEN_MINUTES, within=AT_ONCE)


@pytest.mark.own_server
def test_a_restart_in_the_last_second_of_a_step_ends_it_on_time_everywhere(views, server, watch):
    watch.allow("WebSocket", "ERR_", "Failed to", "answer: 5")
    server.stop()
    rest = ends_at(views["console"]) - time.time()
    server.shift_clock(rest - 1)
    server.start()
    for page in views.values():
        expect(page.locator("[data-key=timer]")).to_have_attribute(
            "data-local-over", "", timeout=25_000
        )
    all_become_right(views, rest - 1, within=AT_ONCE)
    expect(views["place"].locator(".connection")).to_have_attribute("data-connection", "live")
    expect(views["place"].get_by_label("A reason or an example")).to_be_editable()


def test_a_device_that_was_asleep_asks_for_the_time_when_it_is_looked_at(views):
    page = views["place"]
    page.evaluate(FALLS_ASLEEP)
    page.evaluate("sleeps(true)")
    frozen = shown(page)
    page.wait_for_timeout(1500)
    assert shown(page) == frozen
    with page.expect_request("**/changes?*"):
        page.evaluate("sleeps(false, 300000)")
    all_become_right({"place": page}, 0, within=AT_ONCE)
