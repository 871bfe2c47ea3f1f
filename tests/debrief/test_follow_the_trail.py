"""From what the report says to the notes behind it, and from each note to where it was used."""

from collections import Counter

import pytest
from lxml import html

from tests.debrief.played.kept import kept

# Sections that say nothing without notes behind it: every link to one must lead back.
CLAIMS = ("one-page", "changed", "risks", "plan", "barriers", "contested")


@pytest.fixture(scope="module")
def whole() -> dict:
    """The snapshot of a half-day in which everything was run."""
    return kept().snapshot


@pytest.fixture(scope="module")
def page():
    return html.document_fromstring(kept().html)


def links_in(element, to: str) -> set[str]:
    """The addresses on this page that begin so and that an element leads to."""
    found = (link.get("href") for link in element.iter("a"))
    return {each[1:] for each in found if each.startswith(f"#{to}")}


def used_in(snapshot: dict) -> set[tuple[str, str]]:
    """Every pair of a place and a note that the data tells, the notes as addresses."""
    return {
        (use["anchor"], "note-" + number.replace(".", "-"))
        for number, note in snapshot["notes"].items()
        for use in note["used_in"]
    }


def test_links_to_notes_and_links_back_are_the_same(whole, page):
    told = used_in(whole)
    forward = {
        (place, note)
        for place in {place for place, _note in told}
        for note in links_in(page.get_element_by_id(place), "note-")
    }
    rows = page.xpath('//section[@id="appendix"]//tr[starts-with(@id, "note-")]')
    used = [(row.get("id"), row.find_class("report__used")[0]) for row in rows]
    back = {(place, note) for note, told_there in used for place in links_in(told_there, "")}
    assert len(told) > 100
    assert forward == told
    assert back == told


def test_every_link_leads_to_one_place(page):
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert [each for each, times in ids.items() if times > 1] == []
    assert links_in(page, "") - set(ids) == set()


def test_what_is_said_on_the_strength_of_notes_can_be_followed_from_them(whole, page):
    places = {place for place, _note in used_in(whole)}
    for key in CLAIMS:
        section = page.get_element_by_id(key)
        within = {
            link
            for place in section.xpath(".//*[@id]")
            if place.get("id") in places
            for link in place.iter("a")
        }
        lost = [a.get("href") for a in section.iter("a") if "#note-" in a.get("href")]
        assert within, key
        assert Counter(lost) == Counter(
            a.get("href") for a in within if "#note-" in a.get("href")
        ), key


def test_a_note_that_nothing_rests_on_says_so(whole, page):
    unused = [number for number, note in whole["notes"].items() if not note["used_in"]]
    assert unused
    row = page.get_element_by_id("note-" + unused[0].replace(".", "-"))
    assert row.find_class("report__used")[0].text_content().strip() == "Not used"
