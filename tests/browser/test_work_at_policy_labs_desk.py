"""Somebody of Policy Lab at the desk, in real browsers: every page, a parcel without a script."""

from zipfile import ZipFile

from tests.browser.axe import at_every_width
from tests.browser.fits import fits
from tests.browser.policy_lab import at_the_desk

PAGES = [
    ("/policy-lab/", 200),
    ("/policy-lab/?words=nothing&place=x&since_0=31&since_1=2&since_2=2026", 200),
    ("/policy-lab/figures/", 200),
    ("/policy-lab/reports.zip", 422),
    ("/policy-lab/reports/999/", 404),
]


def test_every_page_of_the_desk_passes_axe_and_fits(open_browser, server, watch):
    watch.allow("404", "422")
    page, found = at_the_desk(open_browser, server), []
    for path, status in PAGES:
        answer = page.goto(server.address + path)
        assert answer is not None
        assert answer.status == status
        found += at_every_width(page, path) + fits(page, path)

    assert found == []


def test_ticks_on_two_pages_are_one_parcel_without_a_script(open_browser, server):
    page = at_the_desk(open_browser, server, width=360, java_script_enabled=False)
    page.goto(server.address + "/policy-lab/")
    page.get_by_label("Damp homes 0", exact=True).check()
    page.get_by_role("button", name="Next page").click()
    page.get_by_label("Damp homes 26", exact=True).check()

    with page.expect_download() as arriving:
        page.get_by_role("button", name="Download what is ticked").click()

    assert arriving.value.suggested_filename == "reports.zip"
    with ZipFile(arriving.value.path()) as parcel:
        listed = parcel.read("reports.csv").decode()
        assert len(parcel.namelist()) == 3
    assert '"Damp homes 0"' in listed
    assert '"Damp homes 26"' in listed
