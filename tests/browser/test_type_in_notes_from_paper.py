"""Type in what people wrote on paper, note after note, without leaving the keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import at_every_width

PASTE = """lines => {
  const box = document.querySelector("#enter-text")
  box.focus()
  box.dispatchEvent(new ClipboardEvent("paste", {bubbles: true}))
  document.execCommand("insertText", false, lines)
}"""
LONG = "x" * 283


@pytest.fixture
def desk(grace) -> Page:
    """The page for typing in, of the board that is open."""
    grace.go_to("Diagnosis: write reasons")
    grace.page.goto(f"{grace.console}enter")
    return grace.page


def test_note_after_note_by_keyboard(desk, person):
    sam = person("Sam")
    box, column = desk.get_by_label("The note, as it was written"), desk.get_by_label("belongs")
    expect(box).to_be_focused()
    column.select_option("unsolved")

    for number, text in enumerate(["The first sheet.", "The second sheet."], start=1):
        box.press_sequentially(text)
        box.press("Enter")
        expect(desk.locator("[data-entered] .note")).to_have_count(number)
        expect(box).to_be_focused()
        expect(box).to_have_value("")
        expect(column).to_have_value("unsolved")
    expect(desk.get_by_role("heading", name="2 notes entered for the room")).to_be_visible()
    expect(sam.seen("The first sheet.").locator(".note__tags")).to_have_text("Entered for the room")

    box.press_sequentially("One line,")
    box.press("Shift+Enter")
    box.press_sequentially("and another.")
    expect(box).to_have_value("One line,\nand another.")
    desk.get_by_label("Enter adds the note").uncheck()
    box.press("Enter")
    expect(box).to_have_value("One line,\nand another.\n")


def test_lines_pasted_at_once_become_a_note_each(desk, person):
    sam = person("Sam")
    box = desk.get_by_label("The note, as it was written")
    desk.evaluate(PASTE, f"Sheet one.\n{LONG}\n\nSheet two.")
    offer = desk.get_by_role("button", name="Add 3 notes, one for each line")
    expect(offer).to_be_visible()
    box.press("Enter")
    expect(offer).to_be_focused()
    desk.keyboard.press("Enter")

    expect(desk.locator("[data-entered] .note")).to_have_count(2)
    for text in ("Sheet one.", "Sheet two."):
        expect(sam.seen(text)).to_have_count(1)
    expect(box).to_have_value(LONG)
    expect(
        desk.get_by_text("1 line is too long for a note. It is still in the box.")
    ).to_be_visible()
    assert at_every_width(desk, "a line that is too long") == []

    box.fill("")
    desk.get_by_role("link", name="Change").first.click()
    desk.get_by_label("Change this note").fill("Sheet two, mended.")
    desk.get_by_role("button", name="Save the change").click()
    expect(desk.locator("[data-entered] .note").first).to_contain_text("Sheet two, mended.")
    expect(sam.seen("Sheet two, mended.")).to_have_count(1)


def test_without_scripts(open_browser, grace, desk, watch):
    watch.allow("422")
    context = open_browser(java_script_enabled=False)
    context.add_cookies(grace.context.cookies())
    plain = context.new_page()
    plain.goto(desk.url)
    plain.get_by_label("belongs").select_option("unsolved")
    plain.get_by_label("The note, as it was written").fill(f"Plain one.\n{LONG}\nPlain two.")
    plain.get_by_role("button", name="Add each line as a note").click()

    expect(plain.get_by_text("2 notes were added.")).to_be_visible()
    expect(plain.get_by_label("The note, as it was written")).to_have_value(LONG)
    plain.get_by_label("The note, as it was written").fill("Plain three.")
    plain.get_by_role("button", name="Add note").click()
    expect(plain.get_by_role("heading", name="3 notes entered for the room")).to_be_visible()
    expect(plain.get_by_label("belongs")).to_have_value("unsolved")
