"""Three people write first: nobody reads a word of another's until all notes open at once."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width
from tests.browser.fits import fits
from tests.browser.people import Facilitator, Person

WRITING = "Diagnosis: write reasons"
ON_THE_BOARD = """() => [...document.querySelectorAll('.column [data-key^="note-"]')]
  .filter(note => note.checkVisibility()).map(note => note.dataset.key)"""
KEPT = os.environ.get("HSI_PICTURES", "")


def picture(page: Page, name: str) -> None:
    """Keep a picture of each width where somebody wants to look."""
    for width in (1280, 360) if KEPT else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(KEPT) / f"{name}-{width}.png", full_page=True)
    if KEPT:
        page.set_viewport_size({"width": 1280, "height": 900})


def plan_to_write_first(grace: Facilitator) -> None:
    """Tick the step on the agenda, by keyboard."""
    page = grace.page
    page.get_by_role("link", name="Plan").click()
    page.get_by_role("link", name="Plan the agenda").click()
    tick = page.get_by_label(re.compile("^Write first, Diagnosis: write reasons"))
    tick.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save agenda").last.click()
    expect(tick).to_be_checked()
    picture(page, "agenda")
    page.goto(grace.console)


@pytest.fixture
def writers(grace, person) -> list[Person]:
    """Sam, Joan and Dev, in a step that is written first."""
    plan_to_write_first(grace)
    grace.go_to(WRITING)
    people = [person("Sam"), person("Joan"), person("Dev")]
    for each in people:
        each.on("Write reasons")
        each.is_live()
    return people


def write_some(writers: list[Person]) -> None:
    for each in writers:
        for n in range(3):
            each.write(f"{each.name} says {n}", "intractable")


def test_nobody_reads_a_word_until_all_open_in_one_order(writers, grace, open_browser, server):
    sam, joan, _dev = writers
    screen = open_browser(1920, viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(server.facts["screen"])
    write_some(writers)

    column = sam.page.locator("#intractable")
    expect(column.locator("[data-from-others]")).to_have_text("6 notes from others.")
    expect(sam.page.get_by_text("Only you see it until all notes open.")).to_be_visible()
    expect(column.locator("[data-count-for]").first).to_have_text("9 notes")
    for page in (sam.page, grace.page, screen):
        assert "Joan says" not in page.content()
    expect(screen.get_by_text("9 notes are not open yet.").first).to_be_visible()
    picture(sam.page, "sealed-place")
    picture(grace.page, "sealed-console")
    if KEPT:
        screen.screenshot(path=Path(KEPT) / "sealed-screen.png")

    open_notes = grace.page.get_by_role("link", name="Open notes")
    open_notes.focus()
    grace.page.keyboard.press("Enter")
    expect(grace.page.get_by_text("Open 9 notes to everyone. This cannot")).to_be_visible()
    picture(grace.page, "confirm")
    grace.page.get_by_role("button", name="Open notes").focus()
    grace.page.keyboard.press("Enter")

    for each in writers:
        status = each.page.locator("[data-announcer]")
        expect(status).to_have_text("Notes are open: 9 notes in 1 description.")
        each.page.get_by_role("button", name="Outline").click()
        expect(each.page.locator('[data-key^="note-"]:visible')).to_have_count(9)
        expect(each.page.locator("[data-from-others]:visible")).to_have_count(0)
    expect(screen.get_by_text("not open yet")).to_have_count(0)
    picture(joan.page, "open-place")
    picture(grace.page, "open-console")
    shown = [each.page.evaluate(ON_THE_BOARD) for each in writers]
    assert shown[0] == shown[1] == shown[2]
    joan.page.reload()
    joan.page.get_by_role("button", name="Outline").click()
    assert joan.page.evaluate(ON_THE_BOARD) == shown[0]

    joan.page.get_by_label("A reason or an example").fill("Now it shows at once.")
    joan.page.get_by_role("button", name="Add note").click()
    expect(sam.seen("Now it shows at once.")).to_have_count(1)


def test_a_sealed_note_is_changed_and_taken_back_by_keyboard_alone(writers):
    sam, joan, _dev = writers
    sam.write("Once.", "intractable")
    sam.page.locator('[data-key^="mine-"]:visible [data-menu=change]').press("Enter")
    expect(sam.page.get_by_label("Change your note")).to_be_focused()
    sam.page.keyboard.press("ControlOrMeta+a")
    sam.page.keyboard.type("Twice.")
    sam.page.keyboard.press("Tab")
    sam.page.keyboard.press("Enter")
    expect(sam.own("Twice.")).to_have_count(1)
    expect(joan.page.locator("#intractable [data-from-others]")).to_have_text("1 note from others.")

    sam.page.locator('[data-key^="mine-"]:visible [data-menu=change]').press("Enter")
    expect(sam.page.get_by_label("Change your note")).to_be_focused()
    sam.page.locator("[data-controls] summary").press("Enter")
    sam.page.get_by_role("button", name="Take it back").press("Enter")
    expect(sam.page.locator('[data-key^="mine-"]')).to_have_count(0)
    expect(joan.page.locator("#intractable .column__sealed")).to_be_hidden()


def test_next_asks_and_either_answer_goes_on(writers, grace):
    sam, joan, _dev = writers
    write_some(writers)
    page = grace.page
    page.get_by_role("link", name=re.compile("^Next")).click()
    expect(page.get_by_text("9 notes are not open yet.")).to_be_visible()
    picture(page, "leaving")
    page.get_by_role("button", name="Go on, keep them sealed").click()
    sam.on("Build a common view")
    sam.page.get_by_role("link", name=re.compile("^3 Intractable")).first.click()
    expect(sam.page.locator("#intractable .column__only-you")).to_be_visible()
    assert "Joan says" not in sam.page.content()
    picture(sam.page, "sealed-agree")

    page.get_by_role("link", name=re.compile("^Next")).click()
    page.get_by_role("button", name="Open notes and go on").click()
    expect(page.get_by_role("heading", name="Stakeholders: think broadly")).to_be_visible()
    joan.on("Think broadly")
    grace.control("back")
    expect(joan.seen("Sam says 0")).to_have_count(1)


def test_every_sealed_state_passes_axe(writers, grace):
    sam = writers[0]
    write_some(writers)
    page = grace.page
    found = at_every_width(sam.page, "place, sealed") + fits(sam.page, "place, sealed")
    found += at_every_width(page, "console, sealed")
    for state, address in (
        ("asked to open", "boards/diagnosis/open/"),
        ("asked to leave", "boards/diagnosis/open/?leaving"),
        ("asked to end", "end/"),
    ):
        page.goto(grace.console + address)
        found += at_every_width(page, state) + fits(page, state)
    grace.send("boards/diagnosis/open/")
    expect(sam.page.locator('[data-key^="note-"]')).to_have_count(9)
    found += at_every_width(sam.page, "place, just open")
    page.goto(grace.console + "boards/diagnosis/open/")
    found += at_every_width(page, "nothing to open")

    assert found == []


def test_without_scripts_it_is_the_same(person, grace):
    plan_to_write_first(grace)
    grace.go_to(WRITING)
    sam, joan = person("Sam", javascript=False), person("Joan", javascript=False)
    for each in (sam, joan):
        each.page.get_by_label("A reason or an example").fill(f"{each.name} says so.")
        each.page.get_by_role("button", name="Add note").click()
    sam.page.reload()
    expect(sam.page.get_by_text("1 note from others.").first).to_be_visible()
    assert "Joan says" not in sam.page.content()

    grace.send("boards/diagnosis/open/")
    sam.page.reload()
    expect(sam.page.get_by_text("Joan says so.")).to_be_visible()
