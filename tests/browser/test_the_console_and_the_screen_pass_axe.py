"""No page of the facilitator and no state of the screen has an accessibility violation.

Without HSI_LONG the sizes take turns: each state is read at some of them.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import LONG, violations

WIDTHS = (1440, 1280, 768, 360, 320)
SCREENS = ((1920, 1080), (1280, 720))
STATES = ["lobby", "reading", "writing", "agreeing", "paused", "break", "ended"]
STEPS = {
    "reading": "Diagnosis: read the eight",
    "writing": "Diagnosis: write reasons",
    "agreeing": "Diagnosis: build a common view",
    "paused": "Diagnosis: write reasons",
    "break": "Break",
}


@pytest.fixture
def room(grace, person):
    """Bring the room into a state, with two people and a few notes."""
    sam = person("Sam")

    def bring(state: str) -> None:
        if state in STEPS and state != "reading":
            grace.go_to(STEPS["writing"])
            sam.on("Write reasons")
            sam.write("Three repair drives in ten years.")
        if state in STEPS:
            grace.go_to(STEPS[state])
        if state == "paused":
            grace.control("pause")
        if state == "agreeing":
            grace.control("focus", focus="ill_defined")
        if state == "ended":
            grace.start()
            grace.send("end/")

    return bring


@pytest.mark.parametrize("state", STATES)
def test_the_console(room, grace, state):
    room(state)
    for width in WIDTHS if LONG else widths_for(state):
        grace.page.set_viewport_size({"width": width, "height": 900})
        grace.page.goto(grace.console)
        assert violations(grace.page) == []
        assert is_narrow_enough(grace.page, width)


@pytest.mark.parametrize("state", STATES)
def test_the_screen(room, open_browser, server, state):
    room(state)
    page = open_browser(1920).new_page()
    turn = STATES.index(state) % len(SCREENS)
    for width, height in SCREENS if LONG else SCREENS[turn:][:1]:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(server.facts["screen"])
        page.wait_for_timeout(300)
        assert violations(page) == []
        assert is_narrow_enough(page, width)
        page.keyboard.press("d")
        assert violations(page) == []
        page.keyboard.press("d")


def test_the_console_with_a_menu_open_and_a_refusal(room, grace, watch):
    watch.allow("422")
    room("agreeing")
    page = grace.page
    page.goto(grace.console)
    page.locator("[data-menu=hide]:visible").first.click()
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.get_by_text("Say in a few words why you hide it.")).to_be_visible()
    assert violations(page) == []


def test_the_pages_that_ask(room, grace):
    room("writing")
    for address in ("end/", "hand-over/"):
        grace.page.goto(grace.console + address)
        assert violations(grace.page) == []


def widths_for(state: str) -> list[int]:
    """Two of all widths, in turn: each is looked at in two states or three."""
    turn = STATES.index(state)
    return [WIDTHS[turn % len(WIDTHS)], WIDTHS[(turn + 2) % len(WIDTHS)]]


def is_narrow_enough(page: Page, width: int) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= width
