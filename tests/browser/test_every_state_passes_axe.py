"""Every state of an open page: no axe violation, nothing sideways, nothing clipped.

A state is one line of a table: its name, and the words below that bring it about. The states of a
table follow one another in one room.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import at_every_width, violations
from tests.browser.fits import fits
from tests.browser.people import Facilitator, Person

WRITING = "Diagnosis: write reasons"
AGREEING = "Diagnosis: build a common view"
LATER = "Stakeholders: think broadly"


class Room:
    """Sam on a network that can be cut, Joan, and Grace at her console."""

    def __init__(self, sam: Person, joan: Person, grace: Facilitator, wire) -> None:
        self.sam, self.joan, self.grace, self.wire = sam, joan, grace, wire
        self.place, self.console = sam.page, grace.page

    def writes(self) -> None:
        self.grace.go_to(WRITING)
        self.sam.on("Write reasons")
        self.sam.is_live()
        self.sam.write("Three repair drives in ten years.")

    def types_too_much(self) -> None:
        self.place.get_by_label("A reason or an example").fill("x" * 300)
        expect(self.place.locator("#text-left")).to_contain_text("Too long by 20")

    def is_refused(self) -> None:
        self.place.get_by_role("button", name="Add note").click()
        expect(self.place.locator("#text-error")).to_be_visible()

    def loses_the_network(self) -> None:
        self.place.get_by_label("A reason or an example").fill("Half a thought.")
        self.wire.cut()
        expect(self.place.locator("[data-band=offline]")).to_be_visible()

    def waits(self) -> None:
        self.place.get_by_role("button", name="Add note").click()
        expect(self.sam.unsent("Half a thought.", "waiting")).to_be_visible()
        self.place.locator("[data-outbox] [data-menu=change]:visible").click()
        self.place.get_by_label("Change your note").fill("A whole thought.")
        self.place.get_by_role("button", name="Save the change").click()
        expect(self.place.get_by_text("Your change:").locator("visible=true")).to_be_visible()

    def is_back(self) -> None:
        refusal = {"status": 409, "json": {"error": "This note's number is taken."}}
        self.place.route("**/notes/*/", lambda route: route.fulfill(**refusal), times=1)
        self.place.get_by_label("A reason or an example").fill("In the middle of")
        self.wire.mend()
        expect(self.place.locator("[data-band=back]")).to_be_visible(timeout=30_000)
        expect(self.sam.unsent("A whole thought.", "refused")).to_be_visible(timeout=20_000)

    def edits(self) -> None:
        self.place.locator("[data-menu=change]:visible").first.click()
        expect(self.place.get_by_label("Change your note")).to_be_visible()

    def asks_to_take_back(self) -> None:
        self.place.locator("[data-controls] summary").click()
        self.place.keyboard.press("Escape")
        self.place.locator("[data-menu=change]:visible").first.click()
        self.place.locator("[data-controls] summary").click()

    def has_news_waiting(self) -> None:
        self.joan.write("Nobody owns the number.")
        expect(self.place.locator("[data-show-all]")).to_be_visible()
        self.place.keyboard.press("Escape")

    def is_left_behind(self) -> None:
        self.grace.go_to(LATER)
        expect(self.place.locator("[data-band=moved-on]")).to_be_visible()

    def keeps_a_draft(self) -> None:
        self.place.locator("[data-go-there]").click()
        expect(self.place.locator("[data-draft]")).to_be_visible()
        expect(self.place.locator("#write textarea")).to_have_value("")

    def is_late(self) -> None:
        self.place.locator("[data-draft]").get_by_role("button", name="Add note").click()
        expect(self.console.locator("#late-notes-diagnosis")).to_have_count(1)
        self.place.wait_for_timeout(500)

    def sees_it_late(self) -> None:
        self.grace.control("back")
        self.sam.on("Build a common view")

    def opens_tabs(self) -> None:
        self.console.goto(self.grace.console)
        self.console.set_viewport_size({"width": 768, "height": 900})

    def shows_the_board(self) -> None:
        self.console.set_viewport_size({"width": 768, "height": 900})
        self.console.get_by_role("tab", name="Board").click()

    def shows_the_people(self) -> None:
        self.console.set_viewport_size({"width": 768, "height": 900})
        self.console.get_by_role("tab", name="People").click()

    def is_half_through(self) -> None:
        self.grace.server_at(7 * 60)
        self.console.set_viewport_size({"width": 1280, "height": 900})
        self.console.goto(self.grace.console)
        expect(self.console.locator("[data-nudge-list]")).to_be_visible()

    def enters_a_note(self) -> None:
        self.console.get_by_text("Enter a note for the room").click()
        self.console.get_by_role("button", name="Add note").click()
        expect(self.console.locator("#enter-form [data-error]")).to_be_visible()

    def gathers(self) -> None:
        self.console.locator("[data-gather-start]:visible").first.click()
        self.console.locator(".note__tick input:visible").first.check()

    def asks_to_hide(self) -> None:
        self.console.locator("[data-menu=hide]:visible").first.click()
        self.console.get_by_role("button", name="Hide", exact=True).click()
        expect(self.console.get_by_text("Say in a few words why you hide it.")).to_be_visible()

    def hides(self) -> None:
        self.console.get_by_label("Why hide it?").fill("It names a person")
        self.console.get_by_role("button", name="Hide", exact=True).click()
        expect(self.console.locator("#hidden-notes-diagnosis")).to_be_visible()

    def has_late_notes(self) -> None:
        expect(self.console.locator("#late-notes-diagnosis")).to_be_visible()

    def offers_a_move(self) -> None:
        self.console.locator("[data-menu=move]:visible").first.click()
        expect(self.console.get_by_label("Move this note to")).to_be_visible()

    def has_its_clock_set(self) -> None:
        self.answer_the_clock("Leave it")  # it was set to bring the nudges about
        self.grace.server_at(17 * 60)
        said = self.console.locator(".runner__clock")
        expect(said).to_contain_text("The server’s clock has jumped ahead by 10 minutes.")
        expect(said.get_by_role("button")).to_have_text([re.compile("^Keep"), "Leave it"])

    def keeps_its_time(self) -> None:
        self.answer_the_clock("Keep")

    def answer_the_clock(self, name: str) -> None:
        self.console.locator(".runner__clock").get_by_role("button", name=name).click()
        expect(self.console.locator(".runner__clock")).to_have_count(0)

    def pauses(self) -> None:
        self.grace.control("pause")
        expect(self.console.get_by_role("button", name="Carry on")).to_be_visible()

    def closes_the_board(self) -> None:
        self.grace.control("lock-board")
        expect(self.console.get_by_role("button", name="Open the board")).to_be_visible()

    def hands_over(self) -> None:
        self.console.goto(f"{self.grace.console}hand-over/")

    def has_no_controls(self) -> None:
        self.console.get_by_role("button", name="Give the controls").click()
        expect(self.console.get_by_role("button", name="Take the controls")).to_be_visible()


PLACE = [
    ("written", Room.writes),
    ("too long", Room.types_too_much),
    ("refused on the box", Room.is_refused),
    ("offline", Room.loses_the_network),
    ("offline, a note and its change wait", Room.waits),
    ("back, one refused", Room.is_back),
    ("edit open", Room.edits),
    ("take back asked", Room.asks_to_take_back),
    ("moved-on bar", Room.is_left_behind),
    ("draft box", Room.keeps_a_draft),
    ("late note", Room.is_late),
    ("late note in the agree step", Room.sees_it_late),
]
CONSOLE = [
    ("lobby", Room.opens_tabs),
    ("writing", Room.writes),
    ("board tab", Room.shows_the_board),
    ("people tab", Room.shows_the_people),
    ("nudges", Room.is_half_through),
    ("the clock was set", Room.has_its_clock_set),
    ("the time was kept", Room.keeps_its_time),
    ("enter a note, refused", Room.enters_a_note),
    ("group form", Room.gathers),
    ("hide form, refused", Room.asks_to_hide),
    ("hidden tray", Room.hides),
    ("paused", Room.pauses),
    ("board closed", Room.closes_the_board),
    ("hand over", Room.hands_over),
    ("another has the controls", Room.has_no_controls),
]


@pytest.fixture
def room(person, grace, wire, server) -> Room:
    grace.server_at = server.shift_clock
    return Room(person("Sam", wire=wire), person("Joan"), grace, wire)


def test_the_place(room, watch):
    watch.allow("409", "ERR_", "WebSocket")
    found = []
    for state, bring_about in PLACE:
        bring_about(room)
        found += at_every_width(room.place, state) + fits(room.place, state)
    assert found == []


@pytest.mark.own_server
def test_the_console(room, watch):
    watch.allow("422", "ERR_", "WebSocket")  # Sam’s network goes before his page
    found = []
    for state, bring_about in CONSOLE:
        bring_about(room)
        found += at_every_width(room.console, state) + fits(room.console, state)
        room.console.set_viewport_size({"width": 768, "height": 900})
        room.console.wait_for_timeout(60)
        found += [f"{state} at 768: {each}" for each in violations(room.console)]
        room.console.set_viewport_size({"width": 1280, "height": 800})
    assert found == []
