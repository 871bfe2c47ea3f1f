"""PDF/UA-1 and PDF/A-2a, as veraPDF judges them, for a report of every kind."""

import os

import pikepdf
import pytest

from tests.debrief import verapdf
from tests.debrief.played import SIZES
from tests.debrief.played.kept import kept
from tests.debrief.verapdf import PROFILES

BROKEN = "broken"


@pytest.fixture(scope="module")
def judged(tmp_path_factory) -> dict[tuple[str, str], list[str]]:
    """What veraPDF says of all reports, and of one that was broken; asked once."""
    if why := verapdf.missing():
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    broken = tmp_path_factory.mktemp("judged") / f"{BROKEN}.pdf"
    with pikepdf.open(kept("smallest").pdf) as pdf:
        del pdf.Root.Lang, pdf.Root.OutputIntents, pdf.Root.ViewerPreferences
        pdf.save(broken)
    paths = {size: kept(size).pdf for size in SIZES} | {BROKEN: broken}
    said = verapdf.faults(paths.values())
    return {
        (size, profile): said[path, profile] for size, path in paths.items() for profile in PROFILES
    }


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("size", SIZES)
def test_a_report_meets_the_standard(judged, size, profile):
    assert judged[size, profile] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_what_does_not_meet_it_is_told(judged, profile):
    assert judged[BROKEN, profile] != []


def test_the_long_report_is_long():
    with pikepdf.open(kept("long").pdf) as pdf:
        assert 90 <= len(pdf.pages) <= 150
