"""The facilitator closes the session, sees the report arrive without a reload, takes it home."""

import io
import re
from time import monotonic

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import at_every_width

pytestmark = pytest.mark.makes_reports

WRITE = "Diagnosis: write reasons"
WORDS = "Bleach and paint are the standard visit. Llŷr a’r tŷ gwlyb. الرطوبة تعود"


@pytest.fixture
def report(grace, person, server):
    """Grace's report page, with one note on the board."""
    grace.go_to(WRITE)
    sam = person("Sam", width=360)
    sam.on("Write reasons")
    sam.write(WORDS)
    page = grace.context.new_page()
    page.goto(f"{server.address}/workshops/")
    page.get_by_role("link", name="Damp and mould in rented homes").click()
    page.get_by_role("link", name="Report", exact=True).click()
    return page


def test_the_report_arrives_by_itself_once_the_session_is_closed(report, grace):
    assert at_every_width(report, "no report") == []
    grace.page.goto(grace.console)
    grace.page.get_by_role("link", name="End the workshop").click()
    grace.page.get_by_role("button", name="End it for everyone").click()
    closed = monotonic()
    page = grace.page
    page.get_by_role("link", name="The report", exact=True).click()
    page.evaluate("window.neverReloaded = true")
    link = page.get_by_role("link", name="Report as PDF")
    expect(link).to_be_visible(timeout=60_000)
    print(f"{monotonic() - closed:.1f} s from closing the session to a PDF that can be taken")
    assert page.evaluate("window.neverReloaded") is True

    page.get_by_role("link", name="Read version 1").click()
    expect(page.locator("#appendix")).to_be_visible()
    assert at_every_width(page, "report") == []

    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "debrief-ambleford-version-1-draft.pdf"
    pages = PdfReader(io.BytesIO(download.value.path().read_bytes())).pages
    appendix = "".join(page.extract_text() for page in pages).rsplit("Appendix: all notes", 1)[1]
    assert re.sub(r"\s", "", appendix).count("Bleachandpaintarethestandardvisit.") == 1
