"""The browser's side on a page of its own: `board`, clock and announcer, without a server."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.bundled import bundled

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


@pytest.fixture(scope="package")
def script() -> str:
    return bundled(ENTRY, "live")


@pytest.fixture(scope="package")
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
