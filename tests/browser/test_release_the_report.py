"""The facilitator writes the findings, mends what the check list found, and releases the report."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width
from tests.browser.fits import fits

pytestmark = pytest.mark.makes_reports

WRITE = "Diagnosis: write reasons"


@pytest.fixture
def page(grace, person, server) -> Page:
    """The overview of a workshop with two notes, one of which tells of a person."""
    grace.go_to(WRITE)
    sam = person("Sam", width=360)
    sam.on("Write reasons")
    sam.write("Every visit begins anew.")
    sam.write("Ask Anna Kowalski, 01632 960 001.")
    desk = grace.context.new_page()
    desk.goto(f"{server.address}/workshops/")
    desk.get_by_role("link", name="Damp and mould in rented homes").click()
    return desk


def test_findings_are_written_a_note_is_hidden_and_the_report_is_released(page):
    page.get_by_role("link", name="Check and release the report").click()
    found = at_every_width(page, "check list") + fits(page, "check list")
    page.get_by_role("link", name="Write what is on one page").first.click()
    finding = page.get_by_role("group", name="Finding 1")
    finding.get_by_label("In one line").fill("Nobody holds the whole journey.")
    finding.get_by_label("Notes behind it").fill("9.9")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("alert")).to_contain_text("There is no note 9.9.")
    found += at_every_width(page, "findings with an error") + fits(page, "findings")
    page.get_by_text("All notes and their numbers").click()
    number = page.locator("li", has_text="Every visit begins anew.").locator("strong").inner_text()
    finding.get_by_label("Notes behind it").fill(number)
    page.get_by_role("button", name="Save and go on").click()

    point = page.locator(".prepare__point", has_text="“01632 960 001”")
    point.get_by_text("Settle it").click()
    found += at_every_width(page, "a point") + fits(page, "a point")
    point.get_by_role("button", name="Hide the note").click()
    expect(page.get_by_text("01632 960 001")).to_have_count(0)
    expect(page.get_by_text("Anna Kowalski")).to_have_count(0)

    page.get_by_role("button", name="Release this report").click()
    expect(page.get_by_text("1 of three findings is written.")).to_be_visible()
    found += at_every_width(page, "the question") + fits(page, "the question")
    page.get_by_role("button", name="Release it as it is").click()
    expect(page.get_by_text("Version 1 is released.")).to_be_visible()
    assert found == []
