"""The answer to a command is lost on its way: pressing again never doubles and never sticks."""

import pytest
from playwright.sync_api import Route, expect

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


def test_a_note_taken_back_before_its_answer_came_does_not_block_the_box(
    lossy, grace, person
) -> None:
    grace.go_to(WRITING)
    sam = person("Sam")
    sam.is_live()
    sam.page.route("**/notes/*/", carried_out_but_unheard, times=1)
    sam.write("Unheard of.")
    own = sam.own("Unheard of.")
    own.get_by_role("link", name="Change or take back").click()
    own.get_by_text("Take back", exact=True).click()
    own.get_by_role("button", name="Take it back").click()
    expect(sam.own("Unheard of.")).to_have_count(0)
    sam.page.get_by_label("A reason or an example").fill("Another reason.")
    add = sam.page.get_by_role("button", name="Add note")
    add.click()
    expect(sam.page.locator("#text-error")).to_have_text("You have taken this note back.")
    add.click()
    expect(sam.own("Another reason.")).to_have_count(1)


def test_a_call_can_be_changed_after_its_answer_was_lost(lossy, grace, person) -> None:
    grace.go_to("Diagnosis: build a common view")
    sam, joan = person("Sam"), person("Joan")
    joan.is_live()
    sam.is_live()
    form = sam.page.locator(".column[data-local-current] form[data-call]")
    sam.page.route("**/call/", carried_out_but_unheard, times=1)
    make = form.get_by_role("button", name="Make this my call")
    form.get_by_label("Strong match").check()
    make.click()
    expect(form.locator("[data-error]")).to_be_visible()
    form.get_by_label("Partial match").check()
    make.click()
    expect(form.locator("[data-error]")).to_contain_text("other words")
    make.click()
    expect(form.locator("[data-error]")).to_be_hidden()


def test_a_note_for_the_room_is_entered_once_when_a_proxy_gave_up(lossy, grace) -> None:
    grace.go_to(WRITING)
    page = grace.page
    page.goto(grace.console)
    page.locator("#enter-a-note summary").click()
    page.route("**/notes/*/", carried_out_but_a_proxy_gave_up, times=1)
    page.locator("#enter-text").fill("From the flip chart.")
    enter = page.locator("#enter-form").get_by_role("button", name="Add note")
    enter.click()
    expect(page.locator("#enter-form [data-error]")).to_be_visible()
    enter.click()
    expect(page.locator("#enter-text")).to_have_value("")
    found = page.locator('[data-key^="note-"]').filter(has_text="From the flip chart.")
    expect(found).to_have_count(1)
