"""The second half hour and the map for real: six people name, sort, pick the key ones and link.

Two merge the same double at the same moment, everyone votes blind. After each step every page
shows what the database holds, and so does the report.
"""

import json
import re
import sqlite3
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.people import Facilitator, Person
from tests.browser.served import manage

NAMED = {
    "Sam": [("Housing ministry", "national_government"), ("Tenants’ group", "users_citizens")],
    "Joan": [("Tenants group", "users_citizens")],
    "Dev": [("Ambleford Council", "local_government")],
    "Ines": [("Letting agents", "service_delivery_partners")],
    "Marta": [("GP network", "service_delivery_partners")],
    "Ola": [("Fire inspectorate", "unsorted")],
}
PHONE = {"Marta": 360}
WANTED = {
    "Sam": ["Ambleford Council", "Letting agents", "GP network"],
    "Joan": ["Ambleford Council", "Letting agents"],
    "Dev": ["Ambleford Council", "Housing ministry", "GP network"],
    "Ines": ["Ambleford Council", "Fire inspectorate"],
    "Marta": ["Letting agents"],
    "Ola": [],
}
BOARD = """() => Object.fromEntries(
  [...document.querySelectorAll('[data-key^="note-"]')].map(note => [
  note.dataset.key.slice(5).replaceAll("-", ""), [
    note.parentElement.closest("[data-into]").dataset.into,
    note.querySelector(".note__text").textContent.trim(),
    parseInt(note.querySelector(".note__votes")?.textContent ?? "0")]]))"""
STANDING = """select n.id, 'column-' || n.column_id, n.text,
    (select count(distinct v.participant_id)
     from boards_vote v join boards_note m on m.id = v.note_id
     join boards_poll p on p.id = v.poll_id
     where p.closed_at is not null and (m.id = n.id or m.merged_into_id = n.id))
  from boards_note n join boards_column c on c.id = n.column_id
    join boards_board b on b.id = c.board_id left join boards_note i on i.id = n.merged_into_id
  where b.activity_key = 'stakeholders' and n.state = 'shown'
    and coalesce(i.state, '') != 'shown'"""
SNAPSHOT = """import json
from debrief.snapshot import snapshot_of
from workshops.models import Session
print(json.dumps(snapshot_of(Session.objects.get(code="{code}").workshop)[0]))"""


class Room:
    """Everyone in it, and what the database says."""

    def __init__(self, grace: Facilitator, people: dict[str, Person], screen: Page) -> None:
        self.grace, self.people, self.screen = grace, people, screen

    @property
    def pages(self) -> list[Page]:
        return [*(each.page for each in self.people.values()), self.grace.page, self.screen]

    def rows(self, query: str) -> list[tuple]:
        with sqlite3.connect(self.grace.server.data / "workshop.sqlite3") as database:
            return database.execute(query).fetchall()

    def board(self) -> dict[str, list]:
        """The stakeholders that stand: id -> [where, name, how many voted for it, once told]."""
        return {key: rest for key, *rest in self.rows(STANDING)}

    def agrees(self) -> None:
        """Wait until every page shows the board as it is in the database."""
        board = self.board()
        for page in self.pages:
            until = time.monotonic() + 15
            while page.evaluate(BOARD) != board and time.monotonic() < until:
                page.wait_for_timeout(100)
            assert page.evaluate(BOARD) == board, page.url

    def go_to(self, label: str, title: str) -> None:
        self.grace.go_to(label)
        for each in self.people.values():
            each.on(title)

    def report(self) -> dict:
        code = self.grace.server.code
        said = manage(self.grace.server.data, "shell", "-c", SNAPSHOT.format(code=code))
        return json.loads(said.splitlines()[-1])


@pytest.fixture
def room(grace, person, open_browser, server) -> Room:
    """Six people, the facilitator and the screen, on an agenda with the map."""
    plan = grace.page.get_by_role("link", name="Plan").get_attribute("href")
    overview = grace.context.request.get(server.address + plan).text()
    agenda = re.search(rf"{plan}sessions/\d+/agenda/", overview)
    grace.page.goto(server.address + agenda[0])
    grace.page.get_by_role("button", name=re.compile("Relationship map")).click()
    grace.page.goto(grace.console)
    screen = open_browser(1920, viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(server.facts["screen"])
    people = {name: person(name, width=PHONE.get(name, 1280)) for name in NAMED}
    return Room(grace, people, screen)


@pytest.mark.own_server
def test_six_people_do_all_four_steps(room: Room):
    think_broadly(room)
    sort(room)
    pick_the_key_ones(room)
    link(room)
    read_the_report(room)


def think_broadly(room: Room) -> None:
    """Everyone names someone, and everyone sees each name."""
    room.go_to("Stakeholders: think broadly", "Think broadly")
    for name, named in NAMED.items():
        for text, kind in named:
            page = room.people[name].page
            page.get_by_label("Which kind?").select_option(kind)
            page.get_by_label("Who matters in this system?").fill(text)
            page.get_by_role("button", name="Add note").click()
            expect(room.people[name].own(text)).to_have_count(1)
    assert len(room.board()) == 7
    room.agrees()


def sort(room: Room) -> None:
    """Sam and Joan merge the same double at the same moment; Ola's is sorted by Dev."""
    room.go_to("Stakeholders: merge and sort", "Merge and sort")
    sam, joan, dev = (room.people[name] for name in ("Sam", "Joan", "Dev"))
    for each in (sam, joan):
        expect(each.page.locator("[data-double]")).to_have_count(1)
    at_once([sam.page, joan.page], "**/merge/", lambda page: merge(page).click())
    for page in room.pages:
        expect(page.locator("[data-double]")).to_have_count(0)
        expect(page.locator("[data-error]:visible")).to_have_count(0)
    assert len(room.rows("select id from boards_note where merged_into_id is not null")) == 1

    tray = dev.seen("Fire inspectorate")
    tray.get_by_label("Which kind is it?").select_option("national_government")
    tray.get_by_role("button", name="Move", exact=True).click()
    expect(
        dev.page.locator("#national_government").get_by_text("Fire inspectorate")
    ).to_be_visible()
    assert len(room.board()) == 6
    room.agrees()


def merge(page: Page) -> Locator:
    return page.locator("[data-double]").get_by_role("button", name="Merge")


def at_once(pages: list[Page], address: str, press: Callable[[Page], None]) -> None:
    """Hold what the presses send until all have pressed, so that none had heard of the other."""
    held: list[Route] = []
    for page in pages:
        page.route(address, lambda route: held.append(route))
        press(page)
    while len(held) < len(pages):
        pages[0].wait_for_timeout(20)
    for route in held:
        route.continue_()


def pick_the_key_ones(room: Room) -> None:
    """Eleven votes that nobody can count before the facilitator closes voting."""
    room.go_to("Stakeholders: pick the key ones", "Pick the key ones")
    for name, wanted in WANTED.items():
        page = room.people[name].page
        for text in wanted:
            page.get_by_role("button", name=f"Vote {text}", exact=True).click()
        left = 3 - len(wanted)
        words = f"You have {left or 'no'} vote{'' if left == 1 else 's'} left."
        expect(page.locator("[data-votes-left]")).to_have_text(words)
        expect(page.locator("[data-voted-for]")).to_have_count(len(wanted))
    assert room.rows("select count(*) from boards_vote") == [(11,)]
    for page in room.pages:
        expect(page.locator(".note__votes")).to_have_count(0)

    marta = room.people["Marta"]
    marta.seen("Letting agents").get_by_role("link", name="Mark").click()
    marta.page.get_by_role("button", name="Not in the room", exact=True).click()
    console = room.grace.page
    console.get_by_role("textbox", name="Who will ask them? Letting agents").fill("The council")
    console.get_by_role("button", name="Keep Letting agents", exact=True).click()
    console.get_by_role("link", name="Close the voting").click()
    console.get_by_role("button", name="Close the voting", exact=True).click()
    console.get_by_role("button", name="Key Ambleford Council", exact=True).click()
    for page in room.pages:
        council = page.locator('[data-key^="note-"]', has_text="Ambleford Council")
        expect(council.locator(".note__tag--key")).to_have_count(1)
        expect(page.locator(".missing__one, .picking__ask input").first).to_be_attached()
    assert {name: votes for _, name, votes in room.board().values() if votes} == {
        "Ambleford Council": 4,
        "Letting agents": 3,
        "GP network": 2,
        "Housing ministry": 1,
        "Fire inspectorate": 1,
    }
    room.agrees()


def link(room: Room) -> None:
    """Two people each add a link to the key one, and see that it hangs on it."""
    room.go_to("Relationship map (optional)", "Map the links")
    for name, other in (("Ines", "Ambleford Council"), ("Ola", "Ambleford Council")):
        page = room.people[name].page
        own = {"Ines": "Letting agents", "Ola": "GP network"}[name]
        page.get_by_label("From", exact=True).select_option(label=own)
        page.get_by_label("To", exact=True).select_option(label=other)
        page.get_by_role("button", name="Add this link").click()
    for page in room.pages[:-1]:
        expect(page.locator("[data-link]")).to_have_count(2)
    for page in room.pages:
        expect(page.locator(".findings")).to_contain_text(
            "If this one drops out, others lose touch."
        )
        expect(page.locator(".mapping__drawing svg")).to_contain_text("Letting agents")
    assert len(room.rows("select id from stakeholders_relationship")) == 2


def read_the_report(room: Room) -> None:
    """The report's own data say what the rows and the pages said."""
    report = room.report()
    parts = {part["key"]: part["data"] for part in report["parts"]}
    found, text = parts["stakeholders"], {k: note["text"] for k, note in report["notes"].items()}
    listed = {text[one["note"]] for kind in found["kinds"] for one in kind["stakeholders"]}
    assert listed == {name for _, name, _ in room.board().values()}
    assert found["votes"] == 11
    assert {text[one["note"]]: one["votes"] for one in found["key"]} == {
        name: votes for _, name, votes in room.board().values() if votes
    }
    assert [text[one["note"]] for one in found["key"] if one["key"]] == ["Ambleford Council"]
    assert [(text[one["note"]], one["asked_by"]) for one in found["missing"]] == [
        ("Letting agents", "The council")
    ]
    links = {frozenset(each["between"]) for each in parts["relationships"]["links"]}
    assert links == {
        frozenset({"Letting agents", "Ambleford Council"}),
        frozenset({"GP network", "Ambleford Council"}),
    }
