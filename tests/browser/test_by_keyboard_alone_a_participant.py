"""Someone who has only a keyboard takes part from first to last, on a laptop and a phone."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import Keys
from tests.browser.people import Facilitator, Person

READING = "Diagnosis: read the eight"
WRITING = "Diagnosis: write reasons"
AGREEING = "Diagnosis: build a common view"


@pytest.fixture
def joan(person) -> Person:
    """Someone else in the room."""
    return person("Joan")


def test_the_whole_workshop_on_a_laptop(open_browser, server, grace, joan):
    page = open_browser().new_page()
    keys = Keys(page)
    come_in(keys, server)
    follow_the_room_to_reading(keys, grace)
    grace.go_to(WRITING)
    on(page, "Write reasons")
    write_in_two_columns(keys)
    change_one(keys)
    take_one_back(keys)
    show_what_others_wrote(keys, joan)
    look_at_the_outline(keys)
    go_on_with_a_half_written_note(keys, grace)
    sort_and_group(keys, joan)
    see_it_differently(keys)
    make_a_call(keys)
    grace.send("end/")
    read_the_end(keys)


def test_writing_and_agreeing_on_a_phone(open_browser, server, grace, joan):
    keys = Keys(open_browser(360).new_page())
    keys.page.goto(f"{server.address}/s/{server.code}/join/")
    give_details(keys)
    grace.go_to(WRITING)
    on(keys.page, "Write reasons")
    write_by_the_strip(keys)
    change_one(keys)
    by_the_strip_to(keys, "3 Intractable")
    take_one_back(keys)
    joan.write("Nobody owns the number.", "untraceable")
    go_round_the_eight(keys)
    go_on_with_a_half_written_note(keys, grace)
    sort_and_group(keys, joan)
    see_it_differently(keys)
    make_a_call(keys)


def write_by_the_strip(keys: Keys) -> None:
    for place, text in (
        ("3 Intractable", "It comes back each winter."),
        ("2 Untraceable", "Three repair drives."),
    ):
        by_the_strip_to(keys, place)
        keys.to("A reason or an example")
        keys.type(text)
        add(keys, "Control+Enter", text)


def by_the_strip_to(keys: Keys, place: str) -> None:
    keys.to(place, back=True)
    keys.page.keyboard.press("Enter")
    keys.lands(place)


def go_round_the_eight(keys: Keys) -> None:
    keys.to("All eight", back=True)
    keys.page.keyboard.press("Enter")
    keys.lands("3 Intractable")
    by_the_strip_to(keys, "2 Untraceable")
    expect(seen(keys.page, "Nobody owns the number.")).to_be_visible()


def come_in(keys: Keys, server) -> None:
    keys.page.goto(server.address)
    keys.to("Code")
    keys.type(server.code.lower())
    keys.follow("Enter")
    give_details(keys)


def give_details(keys: Keys) -> None:
    keys.to("Name to be called by")
    keys.type("Sam")
    keys.to("Organisation (optional)")
    keys.type("Ambleford Council")
    keys.to("National government")
    assert keys.choose("Local government").checked
    keys.to("I agree that my notes are kept")
    assert keys.press("Space").checked
    keys.to("Join")
    keys.follow("Enter")
    expect(keys.page.locator("[data-step-name]")).to_have_text("You are in, Sam")


def follow_the_room_to_reading(keys: Keys, grace: Facilitator) -> None:
    keys.to("Skip to the board")
    keys.page.keyboard.press("Enter")
    grace.go_to(READING)
    on(keys.page, "Read the eight")
    keys.page.keyboard.press("End")
    expect(keys.page.get_by_role("heading", name="8 Multifaceted")).to_be_in_viewport()


def write_in_two_columns(keys: Keys) -> None:
    keys.to("Skip to writing")
    assert keys.press("Enter").name == "A reason or an example"
    keys.to("Where it belongs", back=True)
    keys.choose("2 Untraceable")
    keys.to("A reason or an example")
    keys.type("Three repair drives.")
    add(keys, "Control+Enter", "Three repair drives.")
    keys.to("Where it belongs", back=True)
    keys.choose("3 Intractable")
    keys.to("A reason or an example")
    keys.type("It comes back each winter.")
    keys.to("Add note")
    add(keys, "Enter", "It comes back each winter.")


def add(keys: Keys, key: str, text: str) -> None:
    keys.page.keyboard.press(key)
    expect(own(keys.page, text)).to_have_count(1)
    assert (keys.here().name, keys.here().value) == ("A reason or an example", "")


def change_one(keys: Keys) -> None:
    keys.to("Change or take back", about="Three repair drives.")
    keys.page.keyboard.press("Enter")
    keys.lands("Change your note")
    keys.press("Escape")
    assert keys.here().name == "Change or take back"
    keys.page.keyboard.press("Enter")
    keys.lands("Change your note")
    keys.retype("Four repair drives.")
    keys.to("Save the change")
    keys.page.keyboard.press("Enter")
    expect(own(keys.page, "Four repair drives.")).to_have_count(1)
    assert keys.lands("Change or take back").about == "Four repair drives."


def take_one_back(keys: Keys) -> None:
    keys.to("Change or take back", about="It comes back each winter.")
    keys.page.keyboard.press("Enter")
    keys.lands("Change your note")
    keys.to("Take back")
    keys.press("Enter")
    keys.to("Take it back")
    keys.page.keyboard.press("Enter")
    expect(own(keys.page, "It comes back each winter.")).to_have_count(0)
    keys.lands("3 Intractable")


def show_what_others_wrote(keys: Keys, joan: Person) -> None:
    keys.to("Change or take back", about="Four repair drives.", back=True)
    joan.write("Nobody owns the number.", "untraceable")
    keys.to("Show 1 new note", about="2 Untraceable")
    keys.page.keyboard.press("Enter")
    keys.lands("2 Untraceable")
    expect(seen(keys.page, "Nobody owns the number.")).to_be_visible()


def look_at_the_outline(keys: Keys) -> None:
    keys.to("Outline", back=True)
    assert keys.press("Enter").name == "Outline"
    expect(keys.page.get_by_role("button", name="Outline")).to_have_attribute(
        "aria-pressed", "true"
    )
    keys.to("Grid", back=True)
    assert keys.press("Space").name == "Grid"


def go_on_with_a_half_written_note(keys: Keys, grace: Facilitator) -> None:
    keys.to("A reason or an example", back=True)
    keys.type("Half a thought")
    grace.go_to(AGREEING)
    expect(keys.page.locator("[data-band=moved-on]")).to_contain_text("Build a common view")
    assert keys.here().value == "Half a thought"
    keys.to("Go there", back=True)
    keys.page.keyboard.press("Enter")
    on(keys.page, "Build a common view")
    keys.lands("Build a common view")
    assert keys.to("Your text, kept, for", back=True).value == "Half a thought"
    keys.to("Throw it away")
    keys.page.keyboard.press("Enter")
    keys.lands("Build a common view")


def sort_and_group(keys: Keys, joan: Person) -> None:
    for text in ("Each pilot ended with its money.", "Nobody was asked."):
        joan_adds(joan, text)
        expect(seen(keys.page, text)).to_have_count(1)
    keys.to("2 Untraceable")
    keys.page.keyboard.press("Enter")
    keys.lands("2 Untraceable")
    keys.to("Start a group")
    keys.page.keyboard.press("Enter")
    keys.lands("Group this")
    keys.press("Space")
    keys.to("Group this")
    keys.press("Space")
    keys.to("Name this group")
    keys.type("Belong together")
    keys.to("Group 2 notes")
    keys.page.keyboard.press("Enter")
    expect(keys.page.get_by_role("heading", name="Belong together")).to_be_visible()
    keys.lands("Start a group")
    add_one_to_the_group(keys)
    move_one(keys)


def joan_adds(joan: Person, text: str) -> None:
    """Notes can still be added by whoever has not moved on; Joan sends hers as her page would."""
    token = joan.page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    address = f"{joan.address}/s/{joan.server.code}/"
    fields = {"csrfmiddlewaretoken": token or "", "board": "diagnosis", "column": "untraceable"}
    answer = joan.context.request.post(
        f"{address}notes/{uuid4()}/",
        form={**fields, "text": text},
        headers={"Accept": "application/json", "Referer": address},
    )
    assert answer.ok, answer.text()


def add_one_to_the_group(keys: Keys) -> None:
    keys.to("Move", about="Nobody was asked.", back=True)
    keys.page.keyboard.press("Enter")
    keys.lands("Move this note to")
    keys.to("Add to group")
    keys.to("Add")
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator(".cluster .note")).to_have_count(3)
    assert keys.lands("Move").about == "Nobody was asked."


def move_one(keys: Keys) -> None:
    keys.press("Enter")
    keys.lands("Move this note to")
    keys.choose("8 Multifaceted")
    keys.to("Move")
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator("[data-announcer]")).to_have_text("Moved to 8 Multifaceted.")
    keys.lands("2 Untraceable")


def see_it_differently(keys: Keys) -> None:
    keys.to("I see it differently", about="Nobody owns the number.")
    keys.page.keyboard.press("Enter")
    keys.lands("How do you see it?")
    keys.type("We own it, by law.")
    keys.to("I see it differently")
    keys.page.keyboard.press("Enter")
    expect(seen(keys.page, "Nobody owns the number.")).to_contain_text("Seen differently: 1")
    keys.lands("I see it differently")


def make_a_call(keys: Keys) -> None:
    keys.to("Strong match")
    keys.choose("Partial match")
    keys.to("Make this my call")
    keys.press("Enter")
    expect(keys.page.locator("[data-announcer]")).to_have_text("Your call is saved.")
    assert keys.here().name == "Make this my call"


def read_the_end(keys: Keys) -> None:
    on(keys.page, "This workshop has ended. Thank you.")
    keys.lands("This workshop has ended. Thank you.")
    keys.to("Take back…", about="Four repair drives.")
    keys.page.keyboard.press("Enter")
    keys.to("Take back", tag="summary")
    keys.press("Enter")
    keys.to("Take it back")
    keys.page.keyboard.press("Enter")
    expect(keys.page.get_by_role("heading", name="Your notes: 0")).to_be_visible()
    keys.here()


def on(page: Page, title: str) -> None:
    expect(page.locator("[data-step-name]")).to_have_text(title)


def own(page: Page, text: str):
    return page.locator('[data-key^="mine-"]').filter(has_text=text)


def seen(page: Page, text: str):
    return page.locator('[data-key^="note-"]').filter(has_text=text)
