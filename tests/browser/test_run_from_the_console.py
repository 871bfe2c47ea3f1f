"""Running the workshop from the console: with the mouse, by keyboard, and without scripts."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import Facilitator

WRITING = "Diagnosis: write reasons"
AGREEING = "Diagnosis: build a common view"


@pytest.fixture
def screen(open_browser, server) -> Page:
    """The projector's browser."""
    page = open_browser(1920).new_page()
    page.goto(server.facts["screen"])
    return page


def on_console(grace: Facilitator, label: str) -> Page:
    """Grace's page, live, on the step of this label."""
    grace.go_to(label)
    page = grace.page
    expect(page.get_by_role("heading", level=1)).to_have_text(label)
    expect(page.locator(".connection")).to_have_attribute("data-connection", "live")
    return page


def button(page: Page, name: str):
    return page.get_by_role("button", name=re.compile(f"^{re.escape(name)}"))


def stays_loaded(page: Page) -> None:
    assert page.evaluate("window.sameDocument") is True


def mark(page: Page) -> None:
    page.evaluate("window.sameDocument = true")


def test_start_moves_everyone_out_of_the_lobby_without_a_reload(grace, person, screen):
    sam = person("Sam", width=360)
    mark(grace.page)
    expect(screen.get_by_text("Sam")).to_be_visible()
    button(grace.page, "Start: Welcome").click()
    expect(button(grace.page, "Next: Read the eight")).to_be_visible()
    sam.on("Welcome")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Welcome")
    stays_loaded(grace.page)


def test_next_pressed_twice_in_a_hurry_moves_one_step(grace):
    page = on_console(grace, "Welcome and joining")
    button(page, "Next:").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Diagnosis: read the eight")
    page.wait_for_timeout(1500)
    assert grace.label() == "Diagnosis: read the eight"


def test_after_next_the_focus_is_still_on_next(grace):
    page = on_console(grace, "Welcome and joining")
    button(page, "Next:").focus()
    page.keyboard.press("Enter")
    expect(button(page, "Next: Write reasons")).to_be_focused()


@pytest.mark.parametrize("is_on_view", [True, False], ids=["on view", "scrolled away from"])
def test_what_has_focus_stays_on_view_when_notes_arrive_above_it(grace, person, is_on_view):
    page, sam = on_console(grace, WRITING), person("Sam")
    page.set_viewport_size({"width": 1280, "height": 600})
    for text in ("One.", "Two.", "Three."):
        sam.write(text, "ill_defined")
    expect(page.locator("[data-column] .note")).to_have_count(3)
    start = page.locator("[data-gather-start]:visible").first
    start.focus()
    start.evaluate("one => one.scrollIntoView({ block: 'end' })")
    if not is_on_view:
        page.evaluate("scrollTo(0, 0)")
    sam.write("Four.", "ill_defined")
    expect(page.locator("[data-column] .note")).to_have_count(4)
    expect(start).to_be_focused()
    assert page.evaluate("scrollY > 0") is is_on_view
    if is_on_view:
        expect(start).to_be_in_viewport(ratio=0.9)


def test_space_does_not_press_next(grace):
    page = on_console(grace, "Welcome and joining")
    button(page, "Next:").focus()
    page.keyboard.press("Space")
    page.wait_for_timeout(800)
    assert grace.label() == "Welcome and joining"


def test_two_more_minutes_reach_everyone_and_make_no_panel_anew(grace, person, screen):
    page = on_console(grace, WRITING)
    sam = person("Sam")
    sam.is_live()
    asked: list[str] = []
    for each in (sam.page, screen):
        each.on("request", lambda request: asked.append(request.url))
    button(page, "+2 min").click()
    for each in (page, sam.page, screen):
        expect(each.locator(".timer__boxes > li")).to_have_count(14)
    assert [url for url in asked if url.endswith("/step/")] == []


def test_pause_is_said_to_all_and_carry_on_takes_it_back(grace, person):
    page = on_console(grace, WRITING)
    sam = person("Sam")
    sam.is_live()
    button(page, "Pause").click()
    expect(sam.page.get_by_text("You can go on writing.")).to_be_visible()
    button(page, "Carry on").click()
    expect(button(page, "Pause")).to_be_visible()
    expect(sam.page.get_by_text("You can go on writing.")).to_be_hidden()


def test_the_shortcut_pauses(grace):
    page = on_console(grace, WRITING)
    page.keyboard.press("Alt+Shift+P")
    expect(button(page, "Carry on")).to_be_visible()


def test_typed_text_outlives_the_clocks_buttons_and_the_next_step(grace):
    page = on_console(grace, WRITING)
    page.get_by_text("Enter a note for the room").click()
    box = page.get_by_label("The note, as it was said or written")
    box.fill("Half a sentence")
    button(page, "+2 min").click()
    expect(page.locator(".timer__boxes > li")).to_have_count(14)
    button(page, "Next:").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(AGREEING)
    expect(box).to_have_value("Half a sentence")
    expect(box).to_be_visible()


def test_a_note_entered_for_the_room_says_so_on_every_page(grace, person):
    page = on_console(grace, WRITING)
    sam = person("Sam")
    page.get_by_text("Enter a note for the room").click()
    page.get_by_label("Where it belongs").select_option("ill_defined")
    page.get_by_label("The note, as it was said or written").fill("Said from the back.")
    button(page, "Add note").click()
    expect(sam.seen("Said from the back.")).to_contain_text("Entered for the room")
    expect(page.get_by_label("The note, as it was said or written")).to_have_value("")
    page.get_by_label("The note, as it was said or written").fill("And another.")
    button(page, "Add note").click()
    expect(sam.seen("And another.")).to_have_count(1)


def test_a_note_is_moved_and_hidden_and_put_back(grace, person):
    page = on_console(grace, WRITING)
    sam, joan = person("Sam"), person("Joan")
    sam.write("A name is in here.")
    note = page.locator("[data-key^=note-]").filter(has_text="A name is in here.")
    note.get_by_role("link", name="Move").click()
    note.get_by_label("Move this note to").select_option("untraceable")
    button(note, "Move").click()
    expect(page.locator("[data-desk] [id$=-board]").nth(1)).to_contain_text("A name is in here.")
    note.get_by_role("link", name="Hide").click()
    note.get_by_label("Why hide it?").fill("It names a person")
    button(note, "Hide").click()
    expect(joan.seen("A name is in here.")).to_have_count(0)
    tray = page.locator("#hidden-notes-diagnosis")
    expect(tray).to_contain_text("Hidden because: It names a person")
    tray.get_by_role("link", name="Put it back").click()
    expect(joan.seen("A name is in here.")).to_have_count(1)


def test_a_late_note_is_admitted_with_one_press_while_another_step_runs(grace, person, server):
    sam = person("Sam")
    page = on_console(grace, WRITING)
    sam.on("Write reasons")
    token = sam.page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    grace.go_to("Stakeholders: think broadly")
    place = f"{server.address}/s/{server.code}/"
    answer = sam.context.request.post(
        f"{place}notes/{uuid4()}/",
        form={
            "csrfmiddlewaretoken": token,
            "board": "diagnosis",
            "column": "unsolved",
            "text": "Written in a tunnel.",
        },
        headers={"Accept": "application/json", "Referer": place},
    )
    assert answer.json()["state"] == "late"
    expect(page.get_by_text("1 note came late. Add it to the board?").last).to_be_visible()
    tray = page.locator("#late-notes-diagnosis")
    expect(tray).to_contain_text("Written in a tunnel.")
    tray.get_by_role("link", name="Add to the board").click()
    expect(tray).to_be_hidden()
    grace.control("back")
    expect(page.get_by_role("heading", level=1)).to_have_text(AGREEING)
    expect(page.locator("[data-column] [data-key^=note-]").filter(has_text="tunnel")).to_have_count(
        1
    )
    expect(tray).to_be_hidden()


def test_the_room_is_brought_to_one_description_and_its_line_is_kept(grace, person, screen):
    page = on_console(grace, AGREEING)
    first = page.locator("[data-desk] [id$=-board]").first
    button(first, "Bring the room here").click()
    expect(button(first, "The room is on this")).to_be_visible()
    expect(screen.locator("#focus-name")).to_have_text("1 Ill-defined")
    first.get_by_label("Our line on it").fill("We count two things.")
    button(first, "Keep this line").click()
    expect(screen.get_by_text("We count two things.")).to_be_visible()


def test_ticked_notes_become_a_group_for_everyone(grace, person, screen):
    page = on_console(grace, WRITING)
    sam = person("Sam")
    sam.write("Three repair drives.", "intractable")
    sam.write("It returns by Christmas.", "intractable")
    page.locator("[data-pick]").nth(2).click()
    column = page.locator("section[data-column]").filter(has_text="3 Intractable")
    button(column, "Start a group").click()
    for box in column.get_by_label("Group this").all():
        box.check()
    column.get_by_label("Name this group").fill("Fixes do not last")
    button(column, "Group 2 notes").click()
    for each in (page, sam.page, screen):
        group = each.locator(".cluster").filter(has_text="Fixes do not last")
        expect(group.locator(".note")).to_have_count(2)


def test_a_question_and_a_pause_are_shown_on_the_screen(grace, screen):
    page = on_console(grace, WRITING)
    page.locator("[data-pick]").nth(5).click()
    unpredictable = page.locator("section[data-column]").filter(has_text="6 Unpredictable")
    button(unpredictable, "Show the question on the screen").click()
    expect(screen.locator(".question")).to_contain_text("surprised us most")
    button(page, "Blank the screen").click()
    expect(screen.get_by_text("A short pause.")).to_be_visible()
    expect(screen.get_by_role("heading", level=1)).to_be_hidden()
    button(page, "Show the screen again").click()
    expect(screen.get_by_role("heading", level=1)).to_be_visible()


def test_the_screen_keeps_its_last_state_and_says_since_when(grace, screen, server, watch):
    watch.allow("ERR_", "WebSocket")
    on_console(grace, WRITING)
    expect(screen.get_by_role("heading", level=1)).to_have_text("Write reasons")
    server.stop()
    expect(screen.get_by_text(re.compile("Reconnecting. The last update was at"))).to_be_visible(
        timeout=20_000
    )
    expect(screen.get_by_role("heading", level=1)).to_have_text("Write reasons")
    server.start()
    expect(screen.get_by_text("Reconnecting.")).to_be_hidden(timeout=30_000)


def test_the_screen_shows_whole_notes_only(grace, person, screen):
    on_console(grace, WRITING)
    sam = person("Sam")
    for number in range(6):
        sam.write(f"Note {number}: the same streets come back each winter, and nobody asks why.")
    expect(screen.get_by_text("The newest of each are shown.")).to_be_visible()
    expect(screen.get_by_text("Note 5")).to_be_visible()
    expect(screen.get_by_text("Note 0")).to_be_hidden()
    clipped = screen.evaluate(
        """() => [...document.querySelectorAll(".scolumn .note")].filter((note) => {
          const box = note.getBoundingClientRect()
          const column = note.closest(".scolumn").getBoundingClientRect()
          return box.height && box.bottom > column.bottom
        }).length"""
    )
    assert clipped == 0


def test_the_workshop_is_run_and_ended_by_keyboard_alone(grace):
    page = grace.page
    for name in ("Start: Welcome", "Next: Read the eight"):
        tab_to(page, name)
        page.keyboard.press("Enter")
        page.wait_for_timeout(1100)
    expect(page.get_by_role("heading", level=1)).to_have_text("Diagnosis: read the eight")
    tab_to(page, "End the workshop…")
    page.keyboard.press("Enter")
    page.wait_for_url("**/end/")
    tab_to(page, "End it for everyone")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The workshop has ended")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the thing of this name has focus."""
    for _ in range(90):
        page.keyboard.press("Tab")
        words = page.evaluate("document.activeElement.textContent.trim()")
        if words.startswith(name):
            return
    raise AssertionError(f"Tab never came to “{name}”.")


def test_the_console_works_without_scripts(grace, open_browser):
    state = grace.context.storage_state()
    page = open_browser(java_script_enabled=False, storage_state=state).new_page()
    page.goto(grace.console)
    button(page, "Start: Welcome").click()
    button(page, "Next: Read the eight").click()
    button(page, "Next: Write reasons").click()
    button(page, "Pause").click()
    expect(button(page, "Carry on")).to_be_visible()
    page.get_by_text("Enter a note for the room").click()
    page.get_by_label("The note, as it was said or written").fill("On paper.")
    button(page, "Add note").click()
    note = page.locator("[data-key^=note-]").filter(has_text="On paper.")
    expect(note).to_be_visible()
    note.get_by_role("link", name="Move").click()
    page.get_by_label("Move this note to").select_option("unsolved")
    button(page, "Move").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WRITING)


def test_a_blanked_screen_gives_its_board_away_and_gets_it_again(grace, person, screen):
    page = on_console(grace, WRITING)
    sam = person("Sam")
    sam.write("Three repair drives.", "intractable")
    expect(screen.get_by_text("Three repair drives.")).to_be_visible()
    button(page, "Blank the screen").click()
    expect(screen.get_by_text("A short pause.")).to_be_visible()
    expect(screen.locator(".note")).to_have_count(0)
    sam.write("Written behind the cover.", "intractable")
    assert "Written behind" not in screen.content()
    button(page, "Show the screen again").click()
    for text in ("Three repair drives.", "Written behind the cover."):
        expect(screen.get_by_text(text)).to_be_visible()
