"""Writing a note: on a laptop, on a phone, without scripts, without a connection."""

import pytest
from playwright.sync_api import expect

WRITING = "Diagnosis: write reasons"


@pytest.fixture
def writing(grace):
    grace.go_to(WRITING)


def test_a_note_is_on_another_persons_page_at_once(writing, person):
    sam, joan = person("Sam"), person("Joan", width=360)
    joan.is_live()
    sam.write("Tenants say damp, landlords say lifestyle.")
    expect(joan.seen("Tenants say damp")).to_be_visible()
    expect(joan.own("Tenants say damp")).to_have_count(0)


def test_after_adding_the_box_is_empty_and_has_focus(writing, person):
    sam = person("Sam")
    sam.write("Three repair drives in ten years.")
    box = sam.page.get_by_label("A reason or an example")
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    expect(sam.own("Three repair drives")).to_contain_text("saved")


def test_my_own_note_stands_once_and_first(writing, person):
    sam, joan = person("Sam"), person("Joan")
    sam.is_live()
    joan.write("From Joan.")
    sam.write("From Sam.")
    visible = sam.page.locator("#ill_defined .note:visible .note__text")
    expect(visible).to_have_text(["From Sam.", "From Joan."])


def test_a_note_is_written_and_read_without_scripts(writing, person):
    sam, joan = person("Sam", width=360, javascript=False), person("Joan")
    joan.is_live()
    sam.write("Nobody owns the number.", "unsolved")
    expect(joan.seen("Nobody owns the number.")).to_have_count(1)
    joan.write("Each pilot ended with its money.", "unsolved")
    expect(sam.seen("Each pilot ended")).to_have_count(0)
    sam.page.get_by_role("link", name="Show new notes").click()
    expect(sam.seen("Each pilot ended")).to_be_visible()
    expect(sam.page.get_by_text("Time left when this page was made: 12 minutes")).to_be_visible()


def test_without_scripts_a_note_that_is_too_long_comes_back_to_be_mended(writing, person, watch):
    watch.allow("422")
    sam = person("Sam", javascript=False)
    sam.page.get_by_label("A reason or an example").fill("x" * 294)
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.page.get_by_text("This note is too long by 14 characters.")).to_be_visible()
    sam.page.get_by_label("Your text, kept").fill("Short.")
    sam.page.get_by_role("button", name="Try again").click()
    expect(sam.own("Short.")).to_have_count(1)


def test_an_empty_note_is_refused_on_the_box_itself(writing, person):
    sam = person("Sam")
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.page.locator("#text-error")).to_have_text("Write something first.")
    expect(sam.page.get_by_label("A reason or an example")).to_be_focused()


def test_the_counter_speaks_from_a_hundred_left(writing, person):
    sam = person("Sam")
    box, left = sam.page.get_by_label("A reason or an example"), sam.page.locator("#text-left")
    box.fill("x" * 179)
    expect(left).to_be_hidden()
    box.fill("e\u0301" * 200)
    expect(left).to_have_text("80 characters left")
    box.fill("x" * 281)
    expect(left).to_have_text("Too long by 1 character")


def test_a_note_that_cannot_be_sent_waits_and_the_box_is_free(writing, person, server, watch):
    watch.allow("ERR_", "WebSocket")
    sam = person("Sam")
    sam.is_live()
    server.stop()
    box = sam.page.get_by_label("A reason or an example")
    box.fill("Kept while offline.")
    sam.page.get_by_role("button", name="Add note").click()
    waiting = sam.unsent("Kept while offline.", "waiting")
    expect(waiting).to_contain_text("Waiting. Kept on this computer", use_inner_text=True)
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    expect(sam.page.get_by_text("No connection.", exact=True)).to_be_visible()
    server.start()
    expect(sam.own("Kept while offline.")).to_have_count(1, timeout=30_000)
    expect(sam.page.get_by_text("Back. 1 note sent.").first).to_be_visible()


def test_control_and_enter_add_the_note(writing, person):
    sam = person("Sam")
    sam.page.get_by_label("A reason or an example").fill("By keyboard.")
    sam.page.keyboard.press("Control+Enter")
    expect(sam.own("By keyboard.")).to_have_count(1)


def test_a_phone_shows_one_description_at_a_time(writing, person):
    sam = person("Sam", width=320)
    strip = sam.page.get_by_role("navigation", name="The eight descriptions")
    strip.get_by_role("link").nth(3).click()
    heading = sam.page.get_by_role("heading", name="4 Interconnected")
    expect(heading).to_be_focused()
    sam.page.get_by_label("A reason or an example").fill("Heating and rent arrive together.")
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.page.locator("#interconnected .note:visible")).to_have_count(1)
    expect(sam.own("Heating and rent")).to_be_visible()
    assert sam.page.evaluate("document.documentElement.scrollWidth") <= 320
    sam.page.get_by_role("link", name="All eight").click()
    expect(strip.get_by_text("1 yours")).to_be_visible()


def test_a_wide_page_remembers_the_outline(writing, person):
    sam = person("Sam")
    sam.page.get_by_role("button", name="Outline").click()
    sam.page.reload()
    expect(sam.page.get_by_role("button", name="Outline")).to_have_attribute("aria-pressed", "true")
