"""Eight people write while the server is killed; one closes a tab, one's browser dies, two reload.

Two of them are behind a firewall that knows no WebSockets, one of these has no streams either.
At the end each note is there once, and every board equals the database.
"""

import time
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import Person
from tests.browser.test_keep_notes_on_the_device import kill, launched, notes
from tests.browser.test_write_a_note import WRITING
from tests.browser.wire import STREAMS, UPGRADES, Wire

NAMES = ["Ada", "Ben", "Cat", "Dev", "Eve", "Fay", "Gil", "Hal"]
FIREWALLS = {"Gil": (UPGRADES,), "Hal": (UPGRADES, STREAMS)}
WAYS = {"Fay": "socket", "Gil": "stream", "Hal": "polling"}
BOARD = """() => [...document.querySelectorAll('[data-key^="note-"] .note__text')].map(
  text => text.textContent.trim()).sort()"""
BOX = "A reason or an example"


@pytest.fixture
def people(person, server, watch, grace, browser, tmp_path) -> dict[str, Person]:
    """Everyone in a browser of their own; Ada's has its own processes, so it can be killed."""
    watch.allow("ERR_", "WebSocket", "403")  # the crash, and what the firewalls answer
    grace.go_to(WRITING)
    ada = Person("Ada", launched(browser, tmp_path / "Ada"), server)
    wires = {name: firewall(server, watch, refused) for name, refused in FIREWALLS.items()}
    everyone = {name: person(name, wire=wires.get(name)) for name in NAMES[1:]}
    return {"Ada": ada.join(), **everyone}


def firewall(server, watch, refused) -> Wire:
    wire = Wire(server.port)
    wire.refuses = refused
    watch.addresses += (wire.address,)
    return wire


class Writing:
    """What everyone has written so far: the texts that must be there in the end."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def add(self, page: Page, name: str, word: str) -> None:
        """Press Add and look no further; the note is on the page, and so on the device."""
        text = f"{name} {word} {len(self.texts)}."
        page.get_by_label(BOX).fill(text)
        page.get_by_role("button", name="Add note").click()
        expect(page.locator('[data-key^="mine-"]').filter(has_text=text)).to_have_count(1)
        self.texts.append(text)


@pytest.mark.own_server
def test_every_note_is_there_once(people, server, browser, tmp_path):
    writing, pages = Writing(), {name: one.page for name, one in people.items()}
    twin = people["Ben"].context.new_page()
    twin.goto(pages["Ben"].url)

    for name, way in WAYS.items():
        connection = pages[name].locator(".connection")
        expect(connection).to_have_attribute("data-way", way, timeout=30_000)

    # A burst, with the server killed in the middle of it.
    for name, page in pages.items():
        writing.add(page, name, "before")
    for number, (name, page) in enumerate(pages.items()):
        if number == 4:
            server.kill()
        writing.add(page, name, "amid")
    for name, page in [*pages.items(), ("Ben", twin)]:
        writing.add(page, name, "after")

    # Half a thought in some boxes; one tab closed, one browser killed, two pages loaded again.
    for name in ("Cat", "Dev"):
        pages[name].get_by_label(BOX).press_sequentially(f"{name} has half a thou")
    cookies = people["Ada"].context.cookies()
    pages["Cat"].wait_for_timeout(500)
    kill(tmp_path / "Ada")
    pages["Eve"].close()
    for name in ("Dev", "Fay"):
        with pytest.raises(Exception, match="ERR_"):
            pages[name].reload()

    server.start()
    pages["Eve"] = people["Eve"].context.new_page()
    revived = launched(browser, tmp_path / "Ada")
    revived.add_cookies(cookies)  # a killed browser may lose them; then her code brings her back
    pages["Ada"] = revived.new_page()
    for name in ("Ada", "Dev", "Eve", "Fay"):
        pages[name].goto(f"{server.address}/s/{server.code}/")

    for page in [*pages.values(), twin]:
        shows(page, sorted(writing.texts))
    assert Counter(notes(server)) == Counter(writing.texts)
    for name in ("Cat", "Dev"):
        expect(pages[name].get_by_label(BOX)).to_have_value(f"{name} has half a thou")
    revived.close()


def shows(page: Page, texts: list[str]) -> None:
    """Wait until the board on this page holds these texts, each once, and nothing else."""
    until = time.monotonic() + 30
    while page.evaluate(BOARD) != texts and time.monotonic() < until:
        page.wait_for_timeout(200)
    assert page.evaluate(BOARD) == texts, page.url
