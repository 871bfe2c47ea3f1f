"""What somebody writes outlives network, page, tab and browser, and arrives once."""

import os
import signal
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.people import Person
from tests.browser.test_write_a_note import WRITING

BLOCKED = "Object.defineProperty(IDBFactory.prototype, 'open', {value() { throw new Error('no') }})"


@pytest.fixture(autouse=True)
def writing(grace, watch):
    watch.allow("ERR_", "WebSocket")
    grace.go_to(WRITING)


WRITTEN = """select n.text from boards_note n
  join boards_column c on c.id = n.column_id
  join boards_board b on b.id = c.board_id
  join workshops_session s on s.id = b.session_id
  where s.code = ? order by n.id"""


def notes(server) -> list[str]:
    """Every note's text, as the database has it."""
    with sqlite3.connect(server.data / "workshop.sqlite3") as database:
        return [text for (text,) in database.execute(WRITTEN, [server.code])]


def add(page: Page, text: str) -> None:
    page.get_by_label("A reason or an example").fill(text)
    page.get_by_role("button", name="Add note").click()
    expect(page.locator('[data-key^="mine-"]').filter(has_text=text)).to_have_count(1)


def test_a_page_loaded_again_sends_what_waited_and_keeps_what_was_half_typed(person, wire, server):
    sam = person("Sam", wire=wire)
    sam.is_live()
    wire.cut()
    add(sam.page, "Before the reload.")
    box = sam.page.get_by_label("A reason or an example")
    sam.page.get_by_label("Where it belongs").select_option("unsolved")
    box.press_sequentially("Half a thou")
    sam.page.wait_for_timeout(500)
    wire.mend()
    sam.page.reload()
    expect(sam.own("Before the reload.")).to_have_count(1)
    expect(box).to_have_value("Half a thou")
    expect(sam.page.get_by_label("Where it belongs")).to_have_value("unsolved")
    assert notes(server) == ["Before the reload."]


def test_a_tab_closed_without_a_network_has_lost_nothing(person, wire, server):
    sam = person("Sam", wire=wire)
    sam.is_live()
    wire.cut()
    add(sam.page, "Written, then closed.")
    sam.page.close(run_before_unload=True)
    wire.mend()
    sam.page = sam.context.new_page()
    sam.page.goto(f"{wire.address}/s/{server.code}/")
    expect(sam.own("Written, then closed.")).to_have_count(1)
    assert notes(server) == ["Written, then closed."]


def test_a_killed_browser_has_lost_nothing(browser, server, wire, watch, tmp_path):
    folder = tmp_path / "browser"
    sam = Person("Sam", launched(browser, folder), server, wire.address).join()
    sam.is_live()
    cookies = sam.context.cookies()
    wire.cut()
    add(sam.page, "Written, then killed.")
    kill(folder)
    wire.mend()
    again = launched(browser, folder)
    again.add_cookies(cookies)  # the code of one's own brings them back; they may be lost
    page = again.new_page()
    page.goto(f"{wire.address}/s/{server.code}/")
    saved = page.locator('[data-key^="mine-"]:not([data-local-outbox])')
    expect(saved).to_contain_text("Written, then killed.")
    again.close()
    assert notes(server) == ["Written, then killed."]


def launched(browser, folder: Path):
    return browser.browser_type.launch_persistent_context(
        str(folder), executable_path=CHROMIUM, args=ARGUMENTS, reduced_motion="reduce"
    )


def kill(folder: Path) -> None:
    """End every process of the browser that keeps its things in this folder, at once."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if f"--user-data-dir={folder}" in entry.read_text():
                os.kill(int(entry.parent.name), signal.SIGKILL)
        except OSError:
            continue


def test_an_answer_that_was_lost_is_asked_for_again_and_nothing_is_doubled(person, server):
    sam = person("Sam")
    sam.is_live()

    def unheard(route: Route) -> None:
        route.fetch()
        route.abort()

    sam.page.route("**/notes/*/", unheard, times=2)
    sam.write("Heard at the third time.")
    assert notes(server) == ["Heard at the third time."]


def test_a_network_that_answers_in_the_servers_place_is_not_believed(person, server):
    sam = person("Sam")
    sam.is_live()
    portal = {"status": 200, "content_type": "text/html", "body": "<h1>Welcome to our network</h1>"}
    sam.page.route("**/notes/*/", lambda route: route.fulfill(**portal), times=1)
    sam.write("Past the portal.")
    assert notes(server) == ["Past the portal."]


def test_a_saved_note_stays_until_its_own_fragment_comes(person):
    sam = person("Sam")
    sam.is_live()
    sam.page.route_web_socket("**/live*", lambda socket: None)
    sam.page.route(lambda url: "/s/" in url and "/notes/" not in url, lambda route: route.abort())
    sam.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    sam.write("Saved, though nothing is heard.")
    sam.page.wait_for_timeout(500)
    expect(sam.own("Saved, though")).to_contain_text("Saved", use_inner_text=True)
    expect(sam.seen("Saved, though")).to_have_count(0)


def test_a_change_made_without_a_network_follows_its_note(person, wire, server):
    sam = person("Sam", wire=wire)
    sam.is_live()
    wire.cut()
    add(sam.page, "First words.")
    change(sam.page, "First words.", "Second words.")
    expect(sam.unsent("Second words.", "waiting").first).to_be_visible()
    change(sam.page, "Second words.", "Third words.")
    wire.mend()
    expect(sam.own("Third words.")).to_have_count(1, timeout=20_000)
    assert notes(server) == ["Third words."]


def change(page: Page, before: str, after: str) -> None:
    note = page.locator('[data-key^="mine-"]').filter(has_text=before)
    note.get_by_role("link", name="Change or take back").click()
    page.get_by_label("Change your note").fill(after)
    page.get_by_role("button", name="Save the change").click()
    expect(page.get_by_label("Change your note")).to_have_count(0)


def test_a_note_taken_back_before_it_was_sent_is_never_sent(person, wire, server):
    sam = person("Sam", wire=wire)
    sam.is_live()
    sam.page.route("**/notes/*/", lambda route: route.abort())
    wire.cut()
    add(sam.page, "Better not.")
    add(sam.page, "This one.")
    note = sam.page.locator('[data-key^="mine-"]').filter(has_text="This one.")
    note.get_by_role("link", name="Change or take back").click()
    note.get_by_text("Take back", exact=True).click()
    note.get_by_role("button", name="Take it back").click()
    expect(note).to_have_count(0)
    sam.page.unroute("**/notes/*/")
    wire.mend()
    expect(sam.own("Better not.")).to_have_count(1, timeout=20_000)
    assert notes(server) == ["Better not."]


def test_a_lost_token_is_fetched_anew(person, server, watch):
    watch.allow("403")
    sam = person("Sam")
    sam.is_live()
    sam.context.clear_cookies(name="csrftoken")
    sam.write("With a new token.")
    assert notes(server) == ["With a new token."]


def test_where_the_browser_keeps_nothing_it_says_so(person, wire, server, open_browser):
    context = open_browser()
    context.add_init_script(BLOCKED)
    sam = Person("Sam", context, server, wire.address).join()
    sam.is_live()
    assert unloads(sam.page)
    wire.cut()
    add(sam.page, "Kept in the page.")
    expect(sam.page.get_by_text("This browser cannot keep notes.").first).to_be_visible()
    expect(sam.unsent("Kept in the page.", "waiting")).to_contain_text(
        "Leave this page open", use_inner_text=True
    )
    assert not unloads(sam.page)
    wire.mend()
    expect(sam.own("Kept in the page.")).to_have_count(1, timeout=20_000)
    assert unloads(sam.page)


def unloads(page: Page) -> bool:
    """Say whether the page lets itself be left without a question."""
    ask = "dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    return page.evaluate(ask)
