"""The first half hour for real: welcome to the end of the diagnosis, with everyone in the room.

Five participants (one on a phone), the facilitator and the projector; one reloads,
one loses the network for ten seconds, the server is restarted. At the end every
board equals the database and the report holds every visible note exactly once.
"""

import io
import re
import sqlite3
import time

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.makes_reports

COLUMNS = ["ill_defined", "untraceable", "intractable", "interconnected", "non_linear"]
PHONE = {"Joan": 360}
NAMES = ["Sam", "Joan", "Dev", "Ines", "Marta"]
BOARD = """() => Object.fromEntries([...document.querySelectorAll('[data-key^="note-"]')].map(
  note => [note.dataset.key.slice(5), [note.parentElement.closest('[data-into]').dataset.into,
           note.querySelector('.note__text').textContent.trim()]]))"""
SHOWN = """select n.id, n.cluster_id, n.column_id, n.text
  from boards_note n where n.state = 'shown'"""


class Room:
    """Everyone in it, and what the database says."""

    def __init__(self, server, grace, people, screen, wire) -> None:
        self.server, self.grace, self.people = server, grace, people
        self.screen, self.wire = screen, wire

    def rows(self, query: str) -> list[tuple]:
        with sqlite3.connect(self.server.data / "workshop.sqlite3") as database:
            return database.execute(query).fetchall()

    def board(self) -> dict[str, list[str]]:
        """The notes that everyone should see: id -> [where it lies, its text]."""
        return {
            dashed(key): [f"cluster-{dashed(group)}" if group else f"column-{column}", text]
            for key, group, column, text in self.rows(SHOWN)
        }

    def agrees(self, *pages: Page) -> None:
        """Wait until each page shows the board as it is in the database."""
        for page in pages:
            until = time.monotonic() + 15
            while page.evaluate(BOARD) != self.board() and time.monotonic() < until:
                page.wait_for_timeout(200)
            assert page.evaluate(BOARD) == self.board(), page.url

    @property
    def places(self) -> list[Page]:
        return [person.page for person in self.people]


def dashed(key: str) -> str:
    """A UUID as SQLite keeps it, written with dashes."""
    return re.sub(r"^(.{8})(.{4})(.{4})(.{4})(.{12})$", r"\1-\2-\3-\4-\5", key)


@pytest.fixture
def room(server, grace, person, wire, open_browser) -> Room:
    screen = open_browser(1920, viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(server.facts["screen"])
    people = [
        person(name, width=PHONE.get(name, 1280), wire=wire if name == "Ines" else None)
        for name in NAMES
    ]
    return Room(server, grace, people, screen, wire)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name}")).first.click()


def test_the_first_half_hour(room: Room, watch):
    watch.allow("ERR_", "WebSocket")  # the network that is cut and the server that restarts
    console = room.grace.page
    sam, joan, dev, ines, marta = room.people

    # The lobby: everyone is named on the screen, nobody with where they speak from.
    for name in NAMES:
        expect(room.screen.get_by_text(name, exact=True)).to_be_visible()
    assert "Local government" not in room.screen.content()

    # Welcome, read, write: all pages follow.
    console.reload()
    press(console, "Start")
    for title in ("Welcome", "Read the eight", "Write reasons"):
        for person in room.people:
            person.on(title)
        expect(room.screen.get_by_role("heading", name=title).first).to_be_visible()
        if title != "Write reasons":
            console.wait_for_timeout(1200)  # Next rests for a second after each press
            press(console, "Next")

    # Everyone writes, and everyone sees each note.
    for number, person in enumerate(room.people):
        text = f"{person.name} has seen the same streets come back each winter."
        person.write(text) if person is joan else person.write(text, COLUMNS[number])
    room.agrees(*room.places, console, room.screen)
    assert len(room.board()) == 5

    # One reloads and is who they were.
    dev.page.reload()
    expect(dev.own("Dev has seen")).to_have_count(1)
    room.agrees(dev.page)

    # One loses the network for ten seconds and misses nothing.
    room.wire.cut()
    sam.write("Written while Ines was away.", "unsolved")
    marta.write("This one is taken back.", "unsolved")
    expect(ines.page.locator(".connection")).to_have_attribute("data-connection", "offline")
    ines.page.wait_for_timeout(10_000)
    assert ines.seen("Written while Ines was away.").count() == 0
    room.wire.mend()
    room.agrees(ines.page)

    # The server is restarted; nobody does anything and everyone is back.
    before = room.board()
    room.server.restart()
    assert room.board() == before
    sam.is_live()
    dev.write("Written after the restart.", "multifaceted")
    room.agrees(*room.places, console, room.screen)

    # A note is taken back, one is hidden with a reason.
    taken = marta.own("This one is taken back.").get_attribute("data-key")
    take_back(marta.page, taken.removeprefix("mine-"))
    hidden = note_named(room, "Dev has seen")
    room.grace.send(f"notes/{hidden}/hide/", because="It holds the name of a street.")
    room.agrees(*room.places, console, room.screen)
    assert len(room.board()) == 6

    # Agree: notes move and gather, everyone calls, the facilitator writes a line.
    console.wait_for_timeout(1200)
    press(console, "Next")
    for person in room.people:
        person.on("Build a common view")
    moved, other = note_named(room, "Sam has seen"), note_named(room, "Joan has seen")
    version = room.rows(f"select version from boards_note where id='{moved.replace('-', '')}'")[0][
        0
    ]
    room.grace.send(f"notes/{moved}/move/", column="unsolved", base=str(version))
    gather(room, [moved, note_named(room, "Written while Ines")], "Fixes do not last")
    room.agrees(console)
    room.grace.control("focus", focus="unsolved")
    for person in room.people:
        expect(person.page.get_by_text("Fixes do not last").first).to_be_visible()
        person.page.locator('input[value="strong"]:visible').check()
        person.page.get_by_role("button", name="Make this my call").click()
    for page in [*room.places, room.screen]:  # all are in: the counts show by themselves
        expect(page.locator('[data-shown="yes"]:visible dd').first).to_have_text("5")
    room.grace.send("diagnosis/unsolved/finding/", text="Everything was tried once.")
    for page in [*room.places, room.screen]:
        expect(page.get_by_text("Everything was tried once.").first).to_be_visible()
    assert other in room.board()

    # The report: every visible note exactly once in the appendix, nothing else anywhere.
    pdf = report_of(room)
    console.get_by_role("link", name=re.compile("^Read version")).click()
    page = squeezed(console.locator("main").inner_text())
    appendix = pdf[pdf.rindex("Appendix") :]
    for _, note in room.board().values():
        assert appendix.count(squeezed(note)) == 1, note
        assert squeezed(note) in page
    for form in (pdf, page):
        assert squeezed("This one is taken back.") not in form
        assert squeezed("Dev has seen") not in form


def note_named(room: Room, start: str) -> str:
    return next(key for key, (_, text) in room.board().items() if text.startswith(start))


def take_back(page: Page, note: str) -> None:
    """Press what a writer presses: open the note's own controls, take back, confirm."""
    page.goto(f"{page.url.rstrip('/')}/notes/{note}/")
    page.get_by_text("Take back", exact=True).click()
    press(page, "Take it back")
    page.wait_for_url("**/s/*/")


def gather(room: Room, notes: list[str], name: str) -> None:
    """Group notes the way the console's form does."""
    token = next(c["value"] for c in room.grace.context.cookies() if c["name"] == "csrftoken")
    fields = "&".join(f"notes={note}" for note in notes)
    answer = room.grace.context.request.post(
        f"{room.grace.console}groups/00000000-0000-4000-8000-000000000001/",
        data=f"{fields}&name={name}&csrfmiddlewaretoken={token}",
        headers={
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
            "Referer": room.grace.console,
        },
    )
    assert answer.ok, answer.text()


def report_of(room: Room) -> str:
    """End the workshop, watch the report arrive, and return the PDF's words."""
    page = room.grace.page
    room.grace.send("end/")
    (workshop,) = room.rows("select id from workshops_workshop")[0]
    page.goto(f"{room.server.address}/workshops/{workshop}/report/")
    link = page.get_by_role("link", name=re.compile("PDF")).first
    expect(link).to_be_visible(timeout=60_000)
    answer = room.grace.context.request.get(room.server.address + str(link.get_attribute("href")))
    reader = PdfReader(io.BytesIO(answer.body()))
    return squeezed("".join(sheet.extract_text() for sheet in reader.pages))


def squeezed(text: str) -> str:
    """Text without white space: a PDF breaks lines where it likes."""
    return re.sub(r"\s+", "", text)
