"""The browser's side in a real browser: what a person holds in their hands is never taken away."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"
PAGE = """<!doctype html><html lang="en"><body>
<template data-gone-text>This note was taken back.</template>
<template data-say="new-notes" data-plural="one">1 new note in {column}</template>
<template data-say="new-notes" data-plural="other">{count} new notes in {column}</template>
<template data-say-list data-separator=", ">{items}.</template>
<p role="status" data-announcer></p>
<main data-key="step" data-head="5">
  <form action="notes/1/"><textarea name="text"></textarea></form>
  <ul data-into="column-1"><li data-key="note-b" data-order="b"><p>b</p></li></ul>
  <ul data-into="column-2"></ul>
</main></body></html>"""
NAMES = "import {Board} from './patch.js';import {ServerClock,showTimers} from './clock.js';"
ENTRY = NAMES + (
    "import {Announcer} from './announce.js';Object.assign(window,{Board,ServerClock,showTimers,"
    "Announcer})"
)


@pytest.fixture(scope="module")
def script() -> str:
    if not ESBUILD.exists():
        pytest.fail("node_modules is missing: run script/bootstrap")
    made = subprocess.run(
        [ESBUILD, "--bundle", "--format=iife"],
        input=ENTRY,
        cwd=ROOT / "static" / "js" / "live",
        check=True,
        capture_output=True,
        text=True,
    )
    return made.stdout


@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, script):
    page = browser.new_page()
    page.set_content(PAGE)
    page.evaluate(script)
    page.evaluate("window.board = new Board(document.body)")
    yield page
    page.close()


def note(key: str, text: str, seq: int, into: str = "column-1", order: str = "") -> dict:
    order = order or key.removeprefix("note-")
    html = f'<li data-key="{key}" data-order="{order}"><p>{text}</p><button>Menu</button></li>'
    return {"seq": seq, "key": key, "into": into, "order": order, "html": html}


def gone(key: str, seq: int) -> dict:
    return {"seq": seq, "key": key, "gone": True}


def apply(page, *changes: dict) -> int:
    return page.evaluate("(changes) => board.apply(changes).length", list(changes))


def notes_in(page, column: str) -> list[str]:
    return page.locator(f"[data-into={column}] > [data-key] > p").all_inner_texts()


def test_notes_stand_in_order_however_they_come(page):
    apply(page, note("note-d", "d", 6), note("note-a", "a", 7), note("note-c", "c", 8))

    assert notes_in(page, "column-1") == ["a", "b", "c", "d"]


def test_a_moved_note_keeps_focus(page):
    apply(page, note("note-x", "x", 6))
    page.focus("[data-key=note-x] button")

    apply(page, note("note-x", "moved", 7, into="column-2"))

    assert notes_in(page, "column-1") == ["b"]
    assert notes_in(page, "column-2") == ["moved"]
    assert page.evaluate("document.activeElement.textContent") == "Menu"


def test_the_highest_seq_of_a_key_wins_and_an_old_frame_changes_nothing(page):
    apply(page, note("note-x", "new", 9))

    assert apply(page, note("note-x", "old", 8), gone("note-x", 7)) == 0
    assert notes_in(page, "column-1") == ["b", "new"]


def test_a_late_frame_does_not_bring_back_what_a_newer_panel_no_longer_shows(page):
    assert apply(page, note("note-x", "taken back since", 5)) == 0

    assert notes_in(page, "column-1") == ["b"]


def test_at_equal_seq_html_beats_gone(page):
    apply(page, gone("note-b", 6))
    assert notes_in(page, "column-1") == []

    apply(page, note("note-b", "here again", 6))
    apply(page, gone("note-b", 6))

    assert notes_in(page, "column-1") == ["here again"]


def test_a_note_whose_container_is_not_here_waits_for_it(page):
    apply(page, note("note-x", "first", 6, into="group-1"), note("note-x", "x", 7, into="group-1"))
    assert notes_in(page, "column-1") == ["b"]

    shell = '<li data-key="group-1" data-order="a"><ul data-into="group-1"></ul></li>'
    apply(page, {"seq": 8, "key": "group-1", "into": "column-1", "order": "a", "html": shell})

    assert notes_in(page, "group-1") == ["x"]


def test_a_new_shell_leaves_its_notes_alone(page):
    shell = '<li data-key="group-1" data-order="a"><h3>{}</h3><ul data-into="group-1"></ul></li>'
    group = {"key": "group-1", "into": "column-1", "order": "a"}
    apply(page, {**group, "seq": 6, "html": shell.format("One")}, note("note-x", "x", 7, "group-1"))

    apply(page, {**group, "seq": 8, "html": shell.format("Two")})

    assert page.locator("h3").inner_text() == "Two"
    assert notes_in(page, "group-1") == ["x"]


PANEL = """<main data-key="step" data-head="{head}"><h1>{title}</h1>
  <form action="{action}"><textarea name="text"></textarea></form>
  <ul data-into="column-1"><li data-key="note-b" data-order="b"><p>{b}</p></li></ul></main>"""


def put(page, head: int, title: str = "Now", action: str = "notes/1/", b: str = "b") -> None:
    answer(page, "step", PANEL.format(head=head, title=title, action=action, b=b), head)


def put_panel(page, head: int, **fragments: str) -> None:
    """Another panel has come, with a line for each of these fragments."""
    lines = "".join(f"<p data-key='{key}'>{text}</p>" for key, text in fragments.items())
    answer(page, "step", f"<main data-key='step' data-head='{head}'>{lines}</main>", head)


def answer(page, key: str, html: str, head: int) -> None:
    """What was asked for has come, complete up to `head`."""
    page.evaluate(
        """([key, html, head]) => {
          const page = new DOMParser().parseFromString(html, "text/html")
          board.put(key, page.body.firstElementChild, head)
        }""",
        [key, html, head],
    )


def test_a_fetched_panel_keeps_half_typed_text_focus_and_place_in_it(page):
    page.fill("textarea", "half a thou")
    page.evaluate("document.querySelector('textarea').setSelectionRange(4, 6)")
    page.focus("textarea")

    put(page, 6, "Later")

    assert page.locator("h1").inner_text() == "Later"
    assert page.input_value("textarea") == "half a thou"
    assert page.evaluate(
        "[document.activeElement.name, document.activeElement.selectionStart]"
    ) == [
        "text",
        4,
    ]


def test_text_for_one_form_never_turns_up_in_another(page):
    page.fill("textarea", "meant for the first")
    page.focus("body")

    put(page, 6, action="notes/2/")

    assert page.locator("form[action='notes/2/'] textarea").input_value() == ""


def test_what_is_newer_than_a_fetched_panel_stays_as_it_is(page):
    apply(page, note("note-b", "newer", 9), note("note-c", "came since", 10))

    put(page, 6, b="older")

    assert notes_in(page, "column-1") == ["newer", "came since"]


def test_what_changes_while_a_panel_that_brings_it_is_fetched_is_not_lost(page):
    pairs = {"key": "pairs", "seq": 9, "html": '<p data-key="pairs">Four pairs</p>'}
    page.evaluate("() => { board.fetch = () => null }")  # its answer comes below
    apply(page, pairs, {"key": "people", "seq": 10, "fetch": "people/"}, gone("hint", 11))

    put_panel(page, 6, pairs="No pairs", people="Nobody", hint="Make pairs")

    assert page.locator("main > p").all_inner_texts() == ["Four pairs", "Nobody"]
    answer(page, "people", "<p data-key='people'>Eight</p>", 10)
    assert page.locator("main > p").all_inner_texts() == ["Four pairs", "Eight"]


def test_what_was_moved_stands_once_though_a_fetched_panel_has_it_in_its_old_place(page):
    apply(page, note("note-b", "moved", 9, into="column-2"))

    both = PANEL.replace("</main>", '<ul data-into="column-2"></ul></main>')
    answer(page, "step", both.format(head=6, title="Now", action="notes/1/", b="older"), 6)

    assert (notes_in(page, "column-1"), notes_in(page, "column-2")) == ([], ["moved"])


def test_what_is_older_than_a_fetched_panel_does_not_undo_it(page):
    put(page, 12, b="as of twelve")

    apply(page, note("note-b", "as of eleven", 11))

    assert notes_in(page, "column-1") == ["as of twelve"]


def test_nothing_moves_under_a_finger_that_presses_something_else(page):
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend',"
        " '<button id=after>After</button>')"
    )
    apply(page, note("note-x", "x", 6))
    page.focus("[data-key=note-x] button")
    apply(page, gone("note-x", 7))
    page.evaluate(
        "void (document.querySelector('#after').onclick = () => { window.pressed = true })"
    )

    place = page.locator("#after").bounding_box()
    page.mouse.move(place["x"] + 5, place["y"] + 5)
    page.mouse.down()
    page.wait_for_timeout(150)  # a finger takes its time
    page.mouse.up()

    assert page.evaluate("window.pressed === true")
    page.locator("[data-gone]").wait_for(state="detached")


def test_a_note_under_focus_that_is_taken_back_loses_its_words_and_goes_when_focus_leaves(page):
    apply(page, note("note-x", "regretted", 6))
    page.focus("[data-key=note-x] button")

    apply(page, gone("note-x", 7))
    left = page.locator("[data-gone]")
    assert "This note was taken back." in left.inner_text()
    assert "regretted" not in page.content()

    page.focus("textarea")
    assert left.count() == 0


def test_held_notes_wait_are_counted_and_come_when_released(page):
    page.evaluate("window.board = new Board(document.body, { hold: (change, here) => !here })")
    apply(page, note("note-x", "x", 6), note("note-y", "y", 7, into="column-2"), gone("note-x", 8))
    apply(page, note("note-z", "first", 9), note("note-z", "z", 10), note("note-b", "b2", 11))

    assert page.evaluate("board.held.size") == 2
    assert notes_in(page, "column-1") == ["b2"]
    page.evaluate("board.release('column-1')")
    assert notes_in(page, "column-1") == ["b2", "z"]
    assert notes_in(page, "column-2") == []


def test_the_timer_counts_from_the_servers_time_whatever_the_clock_here_says(page):
    timer = """<div data-ends-at="1000000000000"><b data-timer-text></b>
      <ol data-timer-boxes><li></li><li></li></ol>
      <i data-from="">left</i><i data-from="60">last minute</i><i data-from="0">time is up</i>
      </div>"""
    shown = page.evaluate(
        """(timer) => {
          document.body.insertAdjacentHTML("beforeend", timer)
          return [90, 60, 0, -80].map((left) => {
            const clock = new ServerClock()
            clock.hear(1000000000000 - left * 1000)
            showTimers(document.body, clock)
            const words = [...document.querySelectorAll("i")].filter((word) => !word.hidden)
            const text = document.querySelector("b").textContent
            const boxes = [...document.querySelectorAll("ol li")]
            const spent = boxes.map((box) => box.style.getPropertyValue("--spent"))
            return [text, words.map((word) => word.textContent), spent]
          })
        }""",
        timer,
    )

    assert shown == [
        ["1:30", ["left"], ["50%", "0%"]],
        ["1:00", ["last minute"], ["100%", "0%"]],
        ["0:00", ["time is up"], ["100%", "100%"]],
        ["1:20", ["time is up"], ["100%", "100%"]],
    ]


def test_a_late_frame_does_not_turn_the_clock_back_but_a_stepped_server_does(page):
    offsets = page.evaluate(
        """() => {
          const clock = new ServerClock(), at = 1000000000000
          const hear = (late) => { clock.hear(at + performance.now() - late); return clock.offset }
          return [50, 900, 10, 600000, 600000].map((late) => Math.round(at - hear(late)))
        }"""
    )

    assert offsets == [50, 50, 10, 10, 600000]


def test_others_notes_are_announced_in_one_sentence_and_my_own_at_once(page):
    said = page.evaluate(
        """async () => {
          const region = document.querySelector("[data-announcer]")
          const announcer = new Announcer(document.body)
          announcer.others("new-notes", { column: "Unsolved" })
          for (let n = 0; n < 4; n++) announcer.others("new-notes", { column: "Intractable" })
          await new Promise((resume) => setTimeout(resume, 50))
          const first = region.textContent
          announcer.others("new-notes", { column: "Unsolved" })
          await new Promise((resume) => setTimeout(resume, 200))
          const waits = region.textContent
          announcer.own("new-notes", { column: "Mine", count: 2 })
          return [first, waits, region.textContent]
        }"""
    )

    batch = "1 new note in Unsolved, 4 new notes in Intractable."
    assert said == [batch, batch, "2 new notes in Mine"]
