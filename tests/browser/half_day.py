"""A room of eight for a whole half-day: who is there, and what its database says."""

import json
import sqlite3
import time

from playwright.sync_api import Locator, Page, expect

from tests.browser.people import Facilitator, Person
from tests.browser.served import Server, manage

KINDS = {
    "National government": ("Sam", "Joan", "Dev"),
    "Local government": ("Ines", "Marta", "Ola"),
    "Service delivery partners": ("Wim",),
    "Users and citizens": ("Priya",),
}
STANDING = """select replace(n.id, '-', '') from boards_note n
    join boards_column c on c.id = n.column_id join boards_board b on b.id = c.board_id
    join workshops_session s on s.id = b.session_id
    left join boards_note i on i.id = n.merged_into_id
  where s.code = '{code}' and b.activity_key = '{board}' and n.state = 'shown'
    and coalesce(i.state, '') != 'shown'"""
ON_PAGE = """() => [...new Set([...document.querySelectorAll('[data-key^="note-"]')].map(
  note => note.dataset.key.slice(5).replaceAll("-", "")))]"""
SNAPSHOT = """import json
from debrief.snapshot import snapshot_of
from workshops.models import Session
print(json.dumps(snapshot_of(Session.objects.get(code="{code}").workshop)[0]))"""


class HalfDay:
    """Everyone in it; `clock` is how many minutes the server's day is ahead of ours."""

    def __init__(
        self, server: Server, grace: Facilitator, people: dict[str, Person], screen: Page
    ) -> None:
        self.server, self.grace, self.people, self.screen = server, grace, people, screen
        self.minutes = 0

    @property
    def console(self) -> Page:
        return self.grace.page

    @property
    def places(self) -> list[Page]:
        return [each.page for each in self.people.values()]

    def go_to(self, label: str, title: str) -> None:
        """Let the step that runs take its minutes, press Next, and wait until all are there."""
        if self.grace.step():
            planned = self.rows(
                f"select minutes from workshops_step where id = {self.grace.step()}"
            )
            self.minutes += planned[0][0]
            self.server.pass_time(60 * self.minutes)
        self.grace.go_to(label)
        for each in self.people.values():
            each.on(title)
        expect(self.screen.get_by_text(title).first).to_be_visible()

    def rows(self, query: str) -> list[tuple]:
        with sqlite3.connect(self.server.data / "workshop.sqlite3") as database:
            return database.execute(query).fetchall()

    def agrees(self, *boards: str, on: list[Page] | None = None) -> None:
        """Wait until these pages (all but the screen) show just the notes that stand there."""
        code = self.server.code
        for page in on or [*self.places, self.console]:
            until = time.monotonic() + 15
            while True:
                queries = [STANDING.format(code=code, board=board) for board in boards]
                stand = {key for query in queries for (key,) in self.rows(query)}
                seen = set(page.evaluate(ON_PAGE))
                if seen == stand or time.monotonic() > until:
                    break
                page.wait_for_timeout(100)
            assert seen == stand, page.url

    def report(self) -> dict:
        said = manage(self.server.data, "shell", "-c", SNAPSHOT.format(code=self.server.code))
        return json.loads(said.splitlines()[-1])


def add(page: Page, label: str, text: str, button: str) -> None:
    """Write into a box and add it; wait until the server has it."""
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name=button, exact=True).click()
    expect(saved(page, text).first).to_be_attached()


def saved(page: Page, text: str) -> Locator:
    return page.locator('[data-key^="mine-"]:not([data-local-outbox])').filter(has_text=text)
