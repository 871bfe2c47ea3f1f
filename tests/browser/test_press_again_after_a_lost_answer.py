"""The answer to a command is lost on its way: it is asked for again, never doubled, never stuck."""

import sqlite3

import pytest
from playwright.sync_api import Route, expect

from tests.browser.test_keep_notes_on_the_device import add, notes
from tests.browser.test_write_a_note import WRITING


def carried_out_but_unheard(route: Route) -> None:
    """Let the server do it, then break off."""
    route.fetch()
    route.abort()


def carried_out_but_a_proxy_gave_up(route: Route) -> None:
    route.fetch()
    route.fulfill(status=502, body="")


@pytest.fixture
def lossy(watch):
    watch.allow("ERR_", "409", "410", "502")


def test_a_note_is_taken_back_before_its_answer_has_come(lossy, grace, person, server) -> None:
    grace.go_to(WRITING)
    sam = person("Sam")
    sam.is_live()
    sam.page.route("**/notes/*/", carried_out_but_unheard)
    add(sam.page, "Unheard of.")
    own = sam.page.locator('[data-key^="mine-"]:not([data-outbox])').filter(has_text="Unheard of.")
    own.get_by_role("link", name="Change or take back").click()
    own.get_by_text("Take back", exact=True).click()
    own.get_by_role("button", name="Take it back").click()
    sam.page.unroute_all(behavior="wait")  # what is on its way is lost before more comes through
    expect(own).to_have_count(0, timeout=20_000)
    sam.write("Another reason.")
    assert sorted(notes(server)) == ["", "Another reason."]


def test_a_call_whose_answer_was_lost_counts_once_and_can_be_changed(
    lossy, grace, person, server
) -> None:
    grace.go_to("Diagnosis: build a common view")
    sam, joan = person("Sam"), person("Joan")
    joan.is_live()
    sam.is_live()
    form = sam.page.locator(".column[data-local-current] form[data-call]")
    sam.page.route("**/call/", carried_out_but_unheard, times=1)
    make = form.get_by_role("button", name="Make this my call")
    form.get_by_label("Strong match").check()
    make.click()
    form.get_by_label("Partial match").check()
    with sam.page.expect_response(lambda each: "partial" in (each.request.post_data or "")):
        make.click()
    expect(form.locator("[data-outbox]")).to_have_count(0)
    expect(form.locator("[data-error]")).to_be_hidden()
    assert calls(server) == [("partial",)]


CALLS = """select call from diagnosis_fitcall c
  join workshops_participant p on p.id = c.participant_id
  join workshops_session s on s.id = p.session_id
  where s.code = ?"""


def calls(server) -> list[tuple]:
    with sqlite3.connect(server.data / "workshop.sqlite3") as database:
        return database.execute(CALLS, [server.code]).fetchall()


def test_a_note_for_the_room_is_entered_once_when_a_proxy_gave_up(lossy, grace) -> None:
    grace.go_to(WRITING)
    page = grace.page
    page.goto(grace.console)
    page.locator("#enter-a-note summary").click()
    page.route("**/notes/*/", carried_out_but_a_proxy_gave_up, times=1)
    page.locator("#enter-text").fill("From the flip chart.")
    page.locator("#enter-form").get_by_role("button", name="Add note").click()
    expect(page.locator("#enter-text")).to_have_value("")
    found = page.locator('[data-key^="note-"]').filter(has_text="From the flip chart.")
    expect(found).to_have_count(1)
    expect(page.locator("[data-local-outbox]")).to_have_count(0, timeout=20_000)
    expect(found).to_have_count(1)
