"""Nothing moves under a reader: others' notes wait, are counted and said in one sentence."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def two(grace, person):
    grace.go_to("Diagnosis: write reasons")
    sam, joan = person("Sam"), person("Joan")
    sam.is_live()
    return sam, joan


def test_notes_wait_while_i_read_with_focus_in_the_column(two):
    sam, joan = two
    sam.page.get_by_role("heading", name="1 Ill-defined").locator("visible=true").focus()
    joan.write("New one.", "ill_defined")
    button = sam.page.locator("#ill_defined").get_by_role("button", name="Show 1 new note")
    expect(button).to_be_visible()
    expect(sam.seen("New one.")).to_be_hidden()
    expect(sam.page.locator("#ill_defined .column__count")).to_contain_text("1 note")
    button.click()
    expect(sam.seen("New one.")).to_be_visible()


def test_notes_join_at_the_end_when_i_am_elsewhere(two):
    sam, joan = two
    joan.write("New one.", "ill_defined")
    expect(sam.seen("New one.")).to_be_visible()
    expect(sam.page.get_by_role("button", name="Show 1 new note")).to_have_count(0)


def test_a_column_of_the_grid_shows_two_and_says_how_many_more(two):
    sam, joan = two
    for text in ("One.", "Two.", "Three."):
        joan.write(text, "unsolved")
    shown = sam.page.locator("#unsolved .note:visible .note__text")
    expect(shown).to_have_text(["One.", "Two."])
    expect(sam.page.locator("#unsolved .column__count")).to_contain_text("3 notes")
    sam.page.locator("#unsolved [data-more]").click()
    expect(shown).to_have_text(["One.", "Two.", "Three."])


def test_what_others_write_is_said_as_a_count_never_as_text(two):
    sam, joan = two
    for text in ("Secret one.", "Secret two."):
        joan.write(text, "unsolved")
    region = sam.page.locator("[data-announcer]")
    expect(region).to_have_text("1 new note in Unsolved.", timeout=15_000)
    assert "Secret" not in region.inner_text()


def test_a_note_under_my_focus_that_is_taken_back_says_so_until_i_leave(two, grace):
    sam, joan = two
    joan.write("Here and gone.", "unsolved")
    grace.go_to("Diagnosis: build a common view")
    for one in two:
        one.on("Build a common view")
        one.page.get_by_role("navigation").get_by_role("link", name="Unsolved").click()
    sam.seen("Here and gone.").get_by_role("link", name="Move").focus()
    joan.seen("Here and gone.").get_by_role("link", name="Change or take back").click()
    joan.page.locator("[data-controls] summary").click()
    joan.page.get_by_role("button", name="Take it back").click()
    expect(sam.page.get_by_text("This note was taken back")).to_be_visible()
    expect(sam.page.get_by_text("Here and gone.")).to_have_count(0)
    sam.page.keyboard.press("Tab")
    expect(sam.page.get_by_text("This note was taken back")).to_have_count(0)
