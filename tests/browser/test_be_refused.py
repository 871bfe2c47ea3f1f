"""What the server will not take comes back with its reason; its words stay with their writer."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_keep_notes_on_the_device import add, change, notes
from tests.browser.test_write_a_note import WRITING

REASON = "This note's number is taken."


@pytest.fixture(autouse=True)
def writing(grace, watch):
    watch.allow("ERR_", "WebSocket", "409", "422", "500", "429")
    grace.go_to(WRITING)


@pytest.fixture
def sam(person, wire):
    someone = person("Sam", wire=wire)
    someone.is_live()
    return someone


def box(page: Page):
    return page.get_by_label("A reason or an example")


def refuse(route: Route) -> None:
    body = json.dumps({"error": REASON})
    route.fulfill(status=409, content_type="application/json", body=body)


def test_refused_words_come_back_into_the_empty_box_under_a_new_number(sam, server):
    sam.page.route("**/notes/*/", refuse, times=1)
    box(sam.page).fill("Refused at first.")
    sam.page.get_by_role("button", name="Add note").click()
    expect(box(sam.page)).to_have_value("Refused at first.")
    expect(sam.page.locator("#text-error")).to_have_text(f"Not saved: {REASON} Your text is below.")
    expect(sam.page.locator("[data-local-outbox]")).to_have_count(0)
    sam.page.get_by_role("button", name="Add note").click()
    expect(sam.own("Refused at first.")).to_have_count(1)
    assert notes(server) == ["Refused at first."]


def test_refused_words_wait_beside_a_box_that_is_in_use(sam, wire, server):
    wire.cut()
    add(sam.page, "To be refused.")
    add(sam.page, "To be refused as well.")
    box(sam.page).fill("In the middle of")
    sam.page.route("**/notes/*/", refuse, times=2)
    wire.mend()
    refused = sam.unsent("To be refused.", "refused")
    expect(refused).to_contain_text(REASON, timeout=20_000)
    refused.get_by_role("button", name="Put it back in the box").click()
    expect(sam.page.locator("#text-error")).to_contain_text("other text in the box")
    expect(box(sam.page)).to_have_value("In the middle of")
    box(sam.page).fill("")
    refused.get_by_role("button", name="Put it back in the box").click()
    expect(box(sam.page)).to_have_value("To be refused.")
    expect(refused).to_have_count(0)
    sam.page.reload()
    expect(box(sam.page)).to_have_value("To be refused.")
    other = sam.unsent("To be refused as well.", "refused")
    other.get_by_role("button", name="Throw it away").click()
    expect(other).to_have_count(0)
    assert notes(server) == []


def test_a_change_that_is_refused_keeps_its_words(sam, grace, wire):
    sam.write("As it was.")
    wire.cut()
    change(sam.page, "As it was.", "As it should be.")
    expect(sam.page.get_by_text("Your change:").locator("visible=true")).to_be_visible()
    grace.control("lock-board")
    wire.mend()
    refused = sam.unsent("As it should be.", "refused")
    expect(refused).to_contain_text("The board is closed for now.", timeout=20_000)
    grace.control("open-board")
    expect(box(sam.page)).to_be_visible()
    refused.get_by_role("button", name="Put it back in the box").click()
    expect(box(sam.page)).to_have_value("As it should be.")
    expect(sam.own("As it was.")).to_have_count(1)


def test_a_change_refused_while_its_form_is_open_stays_in_it(sam, grace):
    sam.write("As it was.")
    sam.page.route("**/change/", refuse)
    note = sam.own("As it was.")
    note.get_by_role("link", name="Change or take back").click()
    words = sam.page.get_by_label("Change your note")
    words.fill("As it should be.")
    sam.page.get_by_role("button", name="Save the change").click()
    expect(note.locator("[data-error]:visible")).to_have_text(REASON)
    expect(words).to_have_value("As it should be.")
    sam.page.keyboard.press("Escape")
    expect(sam.unsent("As it should be.", "refused")).to_be_visible()
    sam.page.reload()
    expect(sam.unsent("As it should be.", "refused")).to_be_visible()


def test_one_that_always_fails_does_not_hold_up_the_others(sam, server):
    sam.page.route("**/notes/*/", poisoned)
    add(sam.page, "Poison.")
    add(sam.page, "Wholesome.")
    expect(sam.own("Wholesome.")).to_have_count(1, timeout=25_000)
    expect(sam.unsent("Poison.", "waiting")).to_have_count(1)
    assert notes(server) == ["Wholesome."]


def poisoned(route: Route) -> None:
    if "Poison" in (route.request.post_data or ""):
        route.fulfill(status=500, body="")
    else:
        route.continue_()


def test_a_note_for_a_step_that_has_closed_is_kept_for_the_facilitator(sam, grace, wire):
    wire.cut()
    add(sam.page, "Too late.")
    grace.go_to("Break")
    wire.mend()
    tray = sam.page.get_by_role("heading", name="Notes you wrote")
    expect(tray).to_be_visible(timeout=20_000)
    expect(sam.page.locator("[data-outbox-tray]")).to_contain_text("Too late.")
    expect(
        sam.page.get_by_text("This step has closed. Your note is kept").locator("visible=true")
    ).to_be_visible(timeout=20_000)
    grace.page.goto(grace.console)
    expect(grace.page.locator("#late-notes-diagnosis")).to_contain_text("Too late.")
