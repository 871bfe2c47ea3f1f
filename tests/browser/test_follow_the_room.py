"""The room goes from step to step, and a participant's page with it, without taking their words."""

import pytest
from playwright.sync_api import expect

READING, WRITING = "Diagnosis: read the eight", "Diagnosis: write reasons"
AGREEING = "Diagnosis: build a common view"


@pytest.fixture
def sam(grace, person):
    grace.go_to(WRITING)
    sam = person("Sam")
    sam.is_live()
    return sam


def announced(sam):
    return sam.page.locator("[data-announcer]")


def test_whoever_is_not_typing_is_taken_along(sam, grace):
    grace.go_to(AGREEING)
    sam.on("Build a common view")
    expect(sam.page).to_have_title("Build a common view – Damp and mould in rented homes")
    expect(announced(sam)).to_have_text("Next step: Build a common view.")
    expect(sam.page.locator("h1")).not_to_be_focused()


def test_who_has_asked_too_fast_is_taken_along_a_moment_later(sam, grace, watch):
    watch.allow("429")
    sam.page.route("**/step/", lambda route: route.fulfill(status=429, body=""), times=1)
    grace.go_to(AGREEING)
    sam.on("Build a common view")


def test_focus_in_the_old_step_goes_to_the_new_ones_name(sam, grace):
    sam.page.get_by_label("A reason or an example").focus()
    grace.go_to(AGREEING)
    sam.on("Build a common view")
    expect(sam.page.locator("h1")).to_be_focused()


def test_nothing_moves_under_someone_who_types(sam, grace):
    box = sam.page.get_by_label("A reason or an example")
    box.fill("Half a though")
    grace.go_to(AGREEING)
    band = sam.page.locator('[data-band="moved-on"]')
    expect(band).to_have_text("The room has moved on to Build a common view. Go there")
    sam.on("Write reasons")
    expect(box).to_have_value("Half a though")
    expect(box).to_be_focused()


def test_a_draft_is_kept_and_can_still_be_added(sam, grace):
    sam.page.get_by_label("Where it belongs").select_option("unsolved")
    sam.page.get_by_label("A reason or an example").fill("Half a thought.")
    grace.go_to(AGREEING)
    sam.page.get_by_role("link", name="Go there").click()
    sam.on("Build a common view")
    expect(sam.page.get_by_text("Your text, kept, for 7 Unsolved")).to_be_visible()
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.seen("Half a thought.")).to_have_count(1)
    expect(sam.page.get_by_role("heading", name="You had begun a note")).to_be_hidden()


def test_pressing_add_after_the_step_closed_keeps_the_note_as_late(sam, grace):
    sam.page.get_by_label("A reason or an example").fill("Too late?")
    grace.go_to("Stakeholders: think broadly")
    expect(sam.page.locator('[data-band="moved-on"]')).to_be_visible()
    sam.page.get_by_role("button", name="Add note").click()
    words = sam.page.get_by_text("Your note is kept: the facilitator can add it.")
    expect(words.locator("visible=true")).to_have_count(1)
    typed = sam.page.locator("textarea").evaluate_all("boxes => boxes.map(box => box.value)")
    assert "Too late?" not in typed


def test_a_pause_says_so_and_leaves_the_half_typed_note(sam, grace):
    box = sam.page.get_by_label("A reason or an example")
    box.fill("Half a thought")
    grace.control("pause")
    expect(sam.page.locator(".step__notice")).to_contain_text("You can go on writing.")
    expect(announced(sam)).to_have_text("Paused. The clock has stopped.")
    expect(box).to_have_value("Half a thought")
    expect(box).to_be_focused()


def test_added_minutes_are_boxes_and_one_sentence(sam, grace):
    boxes = sam.page.locator(".timer__boxes > li")
    expect(boxes).to_have_count(12)
    grace.control("add", minutes="2")
    expect(boxes).to_have_count(14)
    expect(announced(sam)).to_have_text("2 more minutes.")


@pytest.mark.own_server
def test_the_clock_warns_in_words_and_at_zero_the_board_stays_open(sam, server):
    server.shift_clock(8 * 60)
    expect(sam.page.get_by_text("left, the last five minutes")).to_be_visible(timeout=15_000)
    expect(announced(sam)).to_have_text("5 minutes left.")
    server.shift_clock(13 * 60)
    expect(sam.page.get_by_text("time is up, ")).to_be_visible(timeout=15_000)
    expect(sam.page.locator(".timer__zero")).to_be_visible()
    expect(sam.page.get_by_text("You can write until Grace moves on.")).to_be_visible()
    sam.write("One last sentence.")


def test_a_locked_board_can_be_read_and_keeps_the_draft(sam, grace):
    sam.page.get_by_label("A reason or an example").fill("Half a thought")
    grace.control("lock-board")
    expect(sam.page.locator(".closed")).to_be_visible()
    expect(sam.page.get_by_label("Your text, kept, for 1 Ill-defined")).to_have_value(
        "Half a thought"
    )


def test_to_agree_the_page_follows_the_room_until_one_looks_elsewhere(sam, grace):
    grace.go_to(AGREEING)
    grace.control("focus", focus="interconnected")
    expect(sam.page.locator("#interconnected")).to_be_visible()
    sam.page.get_by_role("navigation").get_by_role("link", name="Unsolved").click()
    expect(sam.page.get_by_text("The room is on 4 Interconnected.")).to_be_visible()
    grace.control("focus", focus="non_linear")
    expect(sam.page.get_by_text("The room is on 5 Non-linear.")).to_be_visible()
    expect(sam.page.locator("#unsolved")).to_be_visible()
    sam.page.get_by_role("link", name="Go there").locator("visible=true").click()
    expect(sam.page.locator("#non_linear")).to_be_visible()


def test_someone_late_lands_in_the_step_that_runs(sam, grace, person):
    grace.go_to(AGREEING)
    person("Joan", width=360).on("Build a common view")
