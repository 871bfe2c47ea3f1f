"""Grace has only a keyboard: she signs in, plans, invites, runs, ends, takes the report home."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import Keys
from tests.browser.people import Person

pytestmark = pytest.mark.makes_reports

DAMP = "Damp and mould on the Ferry estate"


def test_the_whole_workshop(open_browser, server):
    keys = Keys(open_browser().new_page())
    sign_in(keys, server)
    plan(keys)
    shape_the_agenda(keys)
    add_amir(keys)
    code = invite(keys)
    sam = Person("Sam", open_browser(), SimpleNamespace(code=code, address=server.address)).join()
    start(keys)
    control_the_clock(keys)
    go_back_and_on(keys)
    tend_the_board(keys, sam)
    group(keys, sam)
    agree(keys)
    hand_over_and_take(keys)
    lock_joining(keys)
    end(keys)
    take_the_report_home(keys)


def sign_in(keys: Keys, server) -> None:
    keys.page.goto(server.facts["sign_in"])
    keys.to("Sign in", tag="button")
    keys.follow("Enter")
    expect(keys.page.get_by_role("heading", name="Your workshops")).to_be_visible()


def plan(keys: Keys) -> None:
    keys.to("Plan a workshop")
    keys.follow("Space")  # a link that looks like a button is pressed like one
    keys.to("What is the policy area?")
    keys.type(DAMP)
    keys.to("Convene around a shared language")
    keys.choose("Influence strategy and delivery")
    for label, typed in (
        ("Where is it?", "The library"),
        ("Day", "3"),
        ("Month", "12"),
        ("Year", "2030"),
        ("Start time", "10:00"),
    ):
        keys.to(label)
        keys.type(typed)
    choose_how_and_who(keys)
    keys.to("Save and go to the agenda")
    keys.follow("Enter")
    expect(keys.page.get_by_role("heading", name="Plan the agenda")).to_be_visible()


def choose_how_and_who(keys: Keys) -> None:
    keys.to("One half-day")
    keys.choose("Two")
    keys.choose("One half-day", key="ArrowUp")
    keys.to("Half day, 3 hours")
    keys.choose("Half day, 4 hours")
    keys.to("How many people do you expect?")
    keys.type("8")
    keys.to("OFFICIAL")
    keys.to("Share this workshop with Policy Lab")
    assert keys.press("Space").checked


def shape_the_agenda(keys: Keys) -> None:
    keys.to("Minutes for Welcome and joining")
    keys.retype("12")
    keys.follow("Enter")
    expect(keys.page.get_by_role("alert")).to_contain_text("Agenda saved.")
    keys.to("Move down: Diagnosis: read the eight")
    keys.follow("Enter")
    keys.lands("Move down: Diagnosis: read the eight")
    keys.to("Move up: Diagnosis: read the eight", back=True)
    keys.follow("Space")
    keys.lands("Move down: Diagnosis: read the eight")  # it cannot go further up
    keys.to("A break of 10 minutes after")
    keys.choose("Diagnosis: write reasons")
    keys.to("Add a break")
    keys.follow("Enter")
    labels = keys.page.locator(".planned__label").all_inner_texts()
    assert labels[labels.index("Diagnosis: write reasons") + 1] == "Break"
    keys.to("Edit: Break", back=True)
    keys.follow("Enter")
    keys.to("Leave this step out")
    keys.follow("Enter")
    keys.to(DAMP)
    keys.follow("Enter")


def add_amir(keys: Keys) -> None:
    keys.to("Who helps and who watches")
    keys.follow("Enter")
    keys.to("Sign-in name or e-mail address")
    keys.type("amir")
    keys.to("Help to run it")
    keys.choose("Watch")
    keys.choose("Help to run it", key="ArrowUp")
    keys.to("Add", tag="button")
    keys.follow("Enter")
    expect(keys.page.get_by_text("Amir (amir)")).to_be_visible()
    keys.to(DAMP)
    keys.follow("Enter")


def invite(keys: Keys) -> str:
    keys.to("Invite people")
    keys.follow("Enter")
    code = keys.page.locator(".invite__code").inner_text()
    keys.to("Sheet to print")
    keys.follow("Enter")
    keys.to("Invite people")
    keys.follow("Enter")
    keys.to(DAMP)
    keys.follow("Enter")
    return code.replace(" ", "")


def start(keys: Keys) -> None:
    keys.to("Open the console")
    keys.follow("Enter")
    live(keys)
    keys.to("Skip to the controls")
    keys.page.keyboard.press("Enter")
    keys.lands("")
    keys.to("Start: Welcome")
    keys.page.keyboard.press("Enter")
    keys.lands("Next: Read the eight")


def control_the_clock(keys: Keys) -> None:
    keys.to("Pause", back=True)
    keys.page.keyboard.press("Enter")
    keys.lands("Carry on")
    keys.page.keyboard.press("Space")
    keys.lands("Pause")
    keys.to("+2 min")
    boxes = keys.page.locator(".timer__boxes > li")
    expect(boxes).to_have_count(12)
    keys.press("Enter")
    expect(boxes).to_have_count(14)
    keys.press("+")
    expect(boxes).to_have_count(16)
    assert keys.here().name == "+2 min"


def go_back_and_on(keys: Keys) -> None:
    keys.to("Next: Read the eight")
    go_on(keys, "Next: Write reasons")
    keys.to("Back", back=True)
    keys.page.wait_for_timeout(1000)  # like Next, it is dead for a second after a step
    keys.page.keyboard.press("Enter")
    named(keys, "Welcome and joining")
    keys.lands("Back")
    keys.to("Next: Read the eight")
    go_on(keys, "Next: Write reasons")
    go_on(keys, "Next: Break")
    named(keys, "Diagnosis: write reasons")


def go_on(keys: Keys, following: str) -> None:
    """Press Next, which keeps the focus and is dead for a second after."""
    keys.page.wait_for_timeout(1000)
    keys.page.keyboard.press("Enter")
    keys.lands(following)


def tend_the_board(keys: Keys, sam: Person) -> None:
    sam.on("Write reasons")
    sam.write("It names Mrs Hill.")
    keys.to("Hide", about="It names Mrs Hill.")
    keys.page.keyboard.press("Enter")
    keys.lands("Why hide it?")
    keys.type("It names a person")
    keys.to("Hide", tag="button")
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator("#hidden-notes-diagnosis")).to_contain_text("It names a person")
    keys.lands("1 Ill-defined")
    keys.to("Put it back")
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator("[data-column] .note")).to_have_count(1)
    keys.lands("Board")
    keys.to("Enter a note for the room", back=True)
    keys.press("Enter")
    keys.to("Where it belongs")
    keys.choose("2 Untraceable")
    keys.to("The note, as it was said or written")
    keys.type("Said from the back.")
    keys.to("Add note")
    keys.page.keyboard.press("Enter")
    expect(sam.seen("Said from the back.")).to_have_count(1)
    assert keys.lands("The note, as it was said or written").value == ""


def group(keys: Keys, sam: Person) -> None:
    sam.write("The damp comes back.")
    keys.to("Start a group")
    keys.page.keyboard.press("Enter")
    keys.lands("Group this")
    keys.press("Space")
    keys.to("Group this")
    keys.press("Space")
    keys.to("Name this group")
    keys.type("Both of Sam’s")
    keys.to("Group 2 notes")
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator(".cluster .note")).to_have_count(2)
    keys.lands("Start a group")


def agree(keys: Keys) -> None:
    keys.to("Next: Break", back=True)
    go_on(keys, "Next: Build a common view")
    go_on(keys, "Next: Think broadly")
    named(keys, "Diagnosis: build a common view")
    keys.to("3 Intractable")
    keys.page.keyboard.press("Enter")
    keys.lands("3 Intractable")
    keys.to("Bring the room here")
    keys.page.keyboard.press("Enter")
    keys.lands("The room is on this")
    keys.to("Show the calls to everyone")
    keys.page.keyboard.press("Enter")
    expect(keys.page.get_by_role("heading", name="What we called")).to_be_visible()
    keys.lands("3 Intractable")  # the push may come before the answer and hide what was pressed
    keys.to("Our line on it")
    keys.type("Fixes do not last.")
    keys.to("Keep this line")
    keys.press("Enter")
    expect(keys.page.locator(".reading__finding")).to_have_text("Fixes do not last.")
    assert keys.here().name == "Keep this line"


def hand_over_and_take(keys: Keys) -> None:
    keys.to("Hand over")
    keys.follow("Enter")
    keys.to("Amir")
    keys.to("Give the controls")
    keys.follow("Enter")
    live(keys)
    keys.to("Take the controls")
    keys.page.keyboard.press("Enter")
    expect(keys.page.get_by_role("button", name="+2 min")).to_be_visible()
    keys.lands("Pause")


def lock_joining(keys: Keys) -> None:
    keys.to("People and joining")
    keys.follow("Enter")
    keys.to("Close joining")
    keys.follow("Enter")
    keys.to("Open joining")
    keys.to("Back to the console", back=True)
    keys.follow("Enter")
    live(keys)
    expect(keys.page.get_by_text("Joining is locked.")).to_be_visible()


def end(keys: Keys) -> None:
    keys.to("End the workshop…")
    keys.follow("Enter")
    keys.to("End it for everyone")
    keys.follow("Enter")
    named(keys, "The workshop has ended")


def take_the_report_home(keys: Keys) -> None:
    keys.to("The report")
    keys.follow("Enter")
    expect(keys.page.get_by_role("link", name="Report as PDF")).to_be_visible(timeout=60_000)
    if keys.page.get_by_role("link", name="Read version 1").count():  # it came while Grace was here
        keys.to("Read version 1")
        keys.follow("Enter")
    keys.to("Report as PDF")
    with keys.page.expect_download() as download:
        keys.page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".pdf")
    expect(keys.page.locator("main")).to_contain_text("It names Mrs Hill.")


def live(keys: Keys) -> None:
    connection = keys.page.locator(".connection")
    expect(connection).to_have_attribute("data-connection", re.compile("^live$"))


def named(keys: Keys, title: str) -> None:
    expect(keys.page.get_by_role("heading", level=1)).to_have_text(title)
