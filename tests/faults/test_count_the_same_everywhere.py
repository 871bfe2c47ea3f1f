"""A note's 280 characters are the same in a real browser and on the server, whatever they are."""

import random
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from boards.text import LONGEST, fit
from tests.bundled import bundled
from workshops.refusals import NotFit
from workshops.text import tidy

ENTRY = "import {tidy, countOf} from './tidy.js'; Object.assign(window, {tidy, countOf})"
STRINGS = [
    "",
    "  plain  ",
    "e\u0301" * 280,
    "é" * 281,
    "e\u202d\u0301",
    "\u0301" * 280,
    "a\r\nb\rc\nd\n\r\n",
    "\t tab \t",
    "🏠" * 280,
    "👩🏽‍🌾🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "Mae’r tai’n llaith ym Mhwllheli, meddai Siôn; ŵ ŷ Ŵ w\u0302",
    "السكن رطب\u200f، \u202bوالإيجار\u202c مرتفع",
    "\u2066evil\u2069 \u202egpj.exe",
    "\u0000\u0007\u001b[31m\u007f\u0080\u0085\u009f",
    "\u001c\u001d\u001e\u001f x \u2028\u2029 y \u3000\u00a0\u2003",
    "\ufeffbom\ufeff",
    "\u200b\u200c\u200d\u2060",
    "\u200e\u200f",
    "가\u1100\u1161\u11a8 Å \u212b \u2126 ﬀ Ａ",
    "x" * 280 + " \n ",
    " \r\n" + "x" * 281,
]
SIGNS = (
    "aé\u0301\u0302\u0323 \t\r\n\0\u0085\u00a0\u1100\u1161\u200b\u200e\u2028\u202e\u2066\ufeff🏠ع"
)


def strings() -> list[str]:
    """The table, and a thousand mixtures of the signs that make trouble."""
    dice = random.Random(280)
    return STRINGS + ["".join(dice.choices(SIGNS, k=dice.randint(1, 12))) for _ in range(1000)]


@pytest.fixture(scope="module")
def page():
    script = bundled(ENTRY, "board")
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.evaluate(script)
        yield page
        browser.close()


def test_browser_and_server_keep_and_count_the_same(page):
    texts = strings()
    asked = "texts => texts.map(text => [tidy(text), countOf(text)])"
    assert [tuple(one) for one in page.evaluate(asked, texts)] == [
        (tidy(text), len(tidy(text))) for text in texts
    ]


def test_what_the_box_counts_as_too_long_the_server_refuses_and_nothing_else(page):
    texts = strings()
    counts = page.evaluate("texts => texts.map(text => countOf(text))", texts)

    assert [is_too_long(text) for text in texts] == [count > LONGEST for count in counts]
    assert max(counts) == LONGEST + 1


def is_too_long(text: str) -> bool:
    try:
        fit(text)
    except NotFit as refusal:
        return "too long" in str(refusal)
    return False


@given(st.text())
def test_tidying_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)
