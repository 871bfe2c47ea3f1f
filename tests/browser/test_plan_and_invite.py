"""Grace plans a workshop in a real browser: axe on each page, times that follow, keys alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width

DAY = 24 * 60  # the demo may run past midnight


@pytest.fixture
def desk(grace) -> Page:
    """Grace's page, on the list of her workshops."""
    grace.page.goto(f"{grace.server.address}/workshops/")
    return grace.page


@pytest.fixture
def agenda(desk) -> Page:
    """The agenda of the demo workshop."""
    desk.get_by_role("link", name="Damp and mould").first.click()
    desk.get_by_role("link", name="Plan the agenda").click()
    return desk


def fill_in(page: Page) -> None:
    page.get_by_label("What is the policy area?").fill("Damp and mould in rented homes")
    page.get_by_label("Convene around a shared language").check()
    for label, value in (("Day", "3"), ("Month", "12"), ("Year", "2030"), ("Start time", "10:00")):
        page.get_by_label(label, exact=True).fill(value)


def starts(page: Page, label: str) -> str:
    return (
        page.get_by_role("row", name=re.compile(label)).locator("[data-clock=start]").inner_text()
    )


def test_every_page_of_the_desk_passes_axe(desk):
    found = at_every_width(desk, "list")
    desk.get_by_role("button", name="Plan a workshop").click()
    found += at_every_width(desk, "new")
    desk.get_by_role("button", name="Save and go to the agenda").click()
    expect(desk).to_have_title(re.compile("^Error: "))
    found += at_every_width(desk, "new, with errors")
    fill_in(desk)
    desk.get_by_role("button", name="Save and go to the agenda").click()
    found += at_every_width(desk, "agenda")
    desk.get_by_label("Minutes for Welcome and joining").fill("999")
    desk.get_by_role("button", name="Save agenda").last.click()
    found += at_every_width(desk, "agenda, with errors")
    desk.get_by_role("link", name=re.compile("^Edit.*write reasons")).click()
    found += at_every_width(desk, "step")
    desk.get_by_role("button", name="Leave this step out").click()
    found += at_every_width(desk, "agenda, saved, with a step left out")
    desk.get_by_role("link", name="Start again").click()
    found += at_every_width(desk, "start again")
    desk.get_by_role("link", name="Plan the agenda").click()
    desk.get_by_role("link", name="Damp and mould").click()
    workshop = desk.url
    found += at_every_width(desk, "overview")
    for name in ("Invite people", "Change this", "Who helps and who watches", "date, time"):
        desk.goto(workshop)
        desk.get_by_role("link", name=name).click()
        found += at_every_width(desk, name)
    desk.goto(workshop)
    desk.get_by_role("link", name="Invite people").click()
    desk.get_by_role("button", name="Sheet to print").click()
    found += at_every_width(desk, "sheet")
    assert found == []


def test_every_page_about_people_passes_axe(grace, person, watch):
    watch.allow("403")  # Sam’s page asks whether his place is closed or his cookie lost
    person("Sam")
    page, found = grace.page, []
    for address in ("people/", "people/new-code/", "people/new-screen-link/", "authors/"):
        page.goto(grace.console + address)
        found += at_every_width(page, address)
    page.get_by_role("button", name="Record my look").click()
    found += at_every_width(page, "writers")
    page.goto(grace.console + "people/")
    page.get_by_role("link", name="Close the place of Sam").click()
    found += at_every_width(page, "close a place")
    page.get_by_role("button", name="Close this place").click()
    found += at_every_width(page, "place closed")
    assert found == []


def test_times_sums_and_advice_follow_before_anything_is_saved(agenda):
    assert starts(agenda, "Diagnosis: write reasons") != ""
    before = starts(agenda, "Diagnosis: write reasons")
    ends = agenda.locator(".sums [data-clock=end]").first.inner_text()

    agenda.get_by_label("Minutes for Welcome and joining").fill("25")
    agenda.get_by_label("Minutes for Indicators: read and discuss").fill("5")
    agenda.get_by_label("Minutes for Indicators: read and discuss").press("Tab")

    assert minutes(starts(agenda, "Diagnosis: write reasons")) == (minutes(before) + 15) % DAY
    now_ends = agenda.locator(".sums [data-clock=end]").first.inner_text()
    assert minutes(now_ends) == (minutes(ends) + 5) % DAY
    expect(agenda.get_by_text("Stage 2 has 80 minutes. The guide asks for 90")).to_be_visible()
    expect(agenda.get_by_text("and none to spare")).to_be_hidden()
    expect(agenda.get_by_text("Not saved yet.")).to_be_visible()
    expect(agenda.locator("[data-said]")).to_have_text(f"Ends {now_ends}")
    agenda.get_by_role("button", name="Save agenda").last.click()
    expect(agenda.get_by_role("alert")).to_contain_text(f"The workshop ends at {now_ends}.")


def test_half_typed_minutes_count_as_they_were(agenda):
    ends = agenda.locator(".sums [data-clock=end]").first
    before = ends.inner_text()

    for typed in ("", "x", "999", "0", "2.5"):
        agenda.get_by_label("Minutes for Welcome and joining").fill(typed)
        expect(ends).to_have_text(before)


def test_enter_in_a_box_saves_and_moves_nothing(agenda):
    box = agenda.get_by_label("Minutes for Diagnosis: write reasons")
    box.fill("14")
    box.press("Enter")

    expect(agenda.get_by_role("alert")).to_contain_text("Agenda saved.")
    labels = agenda.locator(".planned__label").all_inner_texts()
    assert labels[1:3] == ["Diagnosis: read the eight", "Diagnosis: write reasons"]


def test_a_step_is_moved_by_keys_and_keeps_the_focus(agenda):
    down = agenda.get_by_role("button", name="Move down: Diagnosis: read the eight")
    down.focus()
    agenda.keyboard.press("Enter")
    expect(agenda.get_by_role("alert")).to_contain_text("Agenda saved.")

    expect(down).to_be_focused()
    assert agenda.locator(".planned__label").all_inner_texts()[2] == "Diagnosis: read the eight"


def minutes(time: str) -> int:
    hours, rest = time.split(":")
    return 60 * int(hours) + int(rest)
