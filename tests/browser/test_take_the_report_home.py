"""The facilitator has the report made, sees it arrive without a reload, and takes the PDF home."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import at_every_width

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


def test_the_report_arrives_without_a_reload(report):
    assert at_every_width(report, "no report") == []
    report.get_by_role("button", name="Make the report").click()
    expect(report.locator("#making")).to_contain_text(re.compile("Making the report|waits"))
    report.evaluate("window.neverReloaded = true")
    expect(report.get_by_role("link", name="Download version 1 as PDF")).to_be_visible(
        timeout=60_000
    )
    assert report.evaluate("window.neverReloaded") is True

    report.get_by_role("link", name="Read version 1").click()
    expect(report.locator("#appendix")).to_be_visible()
    assert at_every_width(report, "report") == []

    with report.expect_download() as download:
        report.get_by_role("link", name="Download version 1 as PDF").click()
    assert download.value.suggested_filename.endswith("-version-1.pdf")
    pages = PdfReader(io.BytesIO(download.value.path().read_bytes())).pages
    appendix = "".join(page.extract_text() for page in pages).rsplit("Appendix: all notes", 1)[1]
    assert re.sub(r"\s", "", appendix).count("Bleachandpaintarethestandardvisit.") == 1
