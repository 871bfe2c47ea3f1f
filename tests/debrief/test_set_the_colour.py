"""A department's colour: taken where it can be read on white, told why where it cannot."""

import pytest

from debrief.accent import OURS, accent, contrast, says_why_an_accent_is_not_used
from debrief.printing import printable
from debrief.snapshot import snapshot_of


def test_contrast_is_counted_as_wcag_does():
    assert contrast("#000000") == 21
    assert contrast("#ffffff") == 1
    assert round(contrast("#767676"), 2) == 4.54  # the lightest grey that may be text on white


def test_without_a_setting_reports_have_our_colour(settings):
    settings.ACCENT = ""
    assert accent() == OURS
    assert says_why_an_accent_is_not_used(None) == []


@pytest.mark.parametrize(
    "colour", ["#FFDD00", "#777777", "teal", "#abc", "#12433f;}*{display:none"]
)
def test_a_colour_that_cannot_be_used_is_told_and_leaves_ours(settings, colour):
    settings.ACCENT = colour
    assert accent() == OURS
    (told,) = says_why_an_accent_is_not_used(None)
    assert colour in told.msg


def test_a_departments_colour_is_on_the_page_and_on_paper(settings, client, workshop):
    settings.ACCENT = "#7A1F5C"
    sheet = client.get("/report/accent.css")
    assert sheet["Content-Type"] == "text/css"
    assert sheet.content.decode() == ".report{--accent:#7a1f5c}\n"
    snapshot, _used = snapshot_of(workshop)
    html = printable({**snapshot, "version": 1})
    assert "<style>.report{--accent:#7a1f5c}" in html
    assert 'fill="#7a1f5c"' in html  # the bars of the timing
    assert OURS not in html
