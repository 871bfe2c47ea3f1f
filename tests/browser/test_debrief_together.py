"""Two people mark what the indicators changed, at the same moment too; axe finds nothing."""

from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import at_every_width, violations
from tests.browser.people import Facilitator, Person

KEPT, ADDED = "Ask Kit for a list", "Ring the forty groups"


def enter(grace: Facilitator, board: str, text: str, **more: str) -> str:
    """A facilitator types in what was said; returns the number of the note."""
    key = str(uuid4())
    grace.send(f"notes/{key}/", board=board, column="local-first_week", text=text, **more)
    return key


@pytest.fixture
def two(grace, person) -> tuple[Person, Person]:
    """The room debriefs two actions: one that is as it was at first, and one that was added."""
    grace.go_to("Scenario: how would we respond?")
    first = enter(grace, "first_response", KEPT)
    enter(grace, "scenario", "", instead_of=first)
    enter(grace, "scenario", ADDED, **{"calls-right_people": "on"})
    grace.go_to("Debrief: what did the indicators change?")
    found = person("Sam"), person("Joan")
    for each in found:
        each.on("What changed?")
        each.is_live()
    return found


def card(who: Person, text: str) -> Locator:
    return who.page.locator(".response-card").filter(has_text=text)


def choose(who: Person, text: str, mark: str) -> None:
    """Open the choice of an action, unless it is open, and choose a mark."""
    radio = card(who, text).get_by_role("radio", name=f"{mark}:")
    if not radio.is_visible():
        card(who, text).locator("summary").click()
    radio.check()


def give(who: Person, text: str, mark: str) -> None:
    choose(who, text, mark)
    card(who, text).get_by_role("button", name="Give it this mark").click()


def head(who: Person, text: str) -> Locator:
    return card(who, text).locator(".response-card__head")


def sums(who: Person) -> Locator:
    return who.page.locator(".marked")


def test_two_mark_at_the_same_moment_and_both_know_what_holds(two, grace, watch):
    watch.allow("409")
    sam, joan = two
    held = []
    sam.page.route("**/mark/", lambda route: held.append(route))
    give(sam, ADDED, "New")
    give(joan, ADDED, "Changed")
    expect(head(joan, ADDED)).to_have_text("Changed")
    expect(card(joan, ADDED).locator("summary")).to_be_focused()
    expect(head(sam, ADDED)).to_have_text("Changed")
    held.pop().continue_()
    sam.page.unroute("**/mark/")
    told = card(sam, ADDED).locator("[data-error]")
    expect(told).to_contain_text("Someone has marked it “Changed” since.")
    assert at_every_width(sam.page, "told of another mark") == []
    give(joan, ADDED, "Same")
    expect(head(sam, ADDED)).to_have_text("Same")
    expect(sums(sam)).to_contain_text("0 of 1 changed or new")  # all of that has come too
    expect(told).to_contain_text("Someone has marked it “Changed” since.")
    expect(card(sam, ADDED).get_by_role("radio", name="New:")).to_be_checked()
    give(sam, ADDED, "New")
    expect(head(joan, ADDED)).to_have_text("New")
    expect(sums(joan)).to_contain_text("2 actions, 1 without a mark")
    give(joan, KEPT, "Same")
    expect(sums(sam)).to_contain_text("2 actions, all marked")
    expect(sums(sam)).to_contain_text("1 of 2 changed or new")

    sam.page.get_by_role("button", name="Hide “same”").click()
    expect(card(sam, KEPT)).to_be_hidden()
    expect(card(sam, ADDED)).to_be_visible()
    give(sam, ADDED, "Same")
    nothing = "The indicators changed nothing here. That is a result: say why."
    expect(sums(joan)).to_contain_text(nothing)


def test_lessons_and_risks_are_written_in_boxes_of_their_own(
    two, grace, watch, open_browser, server
):
    watch.allow("409")
    sam, joan = two
    give(joan, ADDED, "New")
    expect(sam.page.get_by_role("heading", name=f"Top action: {ADDED}")).to_be_visible()
    box = sam.page.locator(".risks__one--top").get_by_label("If we do nothing")
    box.fill("Half a risk")
    lesson = sam.page.get_by_role("textbox", name="What will we do differently?")
    lesson.fill("Half a lesson")
    sam.page.wait_for_timeout(500)  # a draft is kept a moment after the last key
    sam.page.reload()
    sam.is_live()
    expect(box).to_have_value("Half a risk")
    expect(lesson).to_have_value("Half a lesson")

    box.fill("Three projects stall.")
    box.press("Control+Enter")
    expect(box).to_have_value("")
    expect(lesson).to_have_value("Half a lesson")
    there = joan.page.locator(".risks__one--top .risks__box", has_text="If we do nothing")
    expect(there.locator(".note__text")).to_have_text("Three projects stall.")
    assert at_every_width(joan.page, "risks") == []

    grace.page.goto(grace.console)
    expect(grace.page.locator(".read-out__list")).to_contain_text(ADDED)
    assert at_every_width(grace.page, "console") == []
    screen = open_browser(1920).new_page()
    screen.goto(server.facts["screen"])
    expect(screen.locator("main")).to_contain_text("1 of 1 changed or new")
    assert violations(screen) == []
