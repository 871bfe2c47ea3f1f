"""The people of a browser test: participants in their own browsers, and the facilitator."""

import re
from uuid import uuid4

from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.served import Server
from tests.browser.watching import Watch


class Person:
    """A participant in a browser of their own; `page` is their place."""

    def __init__(
        self, name: str, context: BrowserContext, server: Server, address: str = ""
    ) -> None:
        self.name, self.context, self.server = name, context, server
        self.address = address or server.address
        self.page = context.new_page()

    def join(self, category: str = "Local government") -> "Person":
        """Come in by the code: send what the form sends, and look at the place.

        That the form can be filled in is for test_join.py; here it would cost each test a page.
        """
        place = f"{self.address}/s/{self.server.code}/"
        kind = category.lower().replace(" ", "_").replace("and_", "")
        sent = {"name": self.name, "category": kind, "agrees_to_keeping": "on"}
        send_form(self.context, f"{place}join/", **sent)
        self.page.goto(place)
        expect(self.page).to_have_url(place)
        return self

    def is_live(self) -> None:
        """Wait until the page says that it is connected."""
        expect(self.page.locator(".connection")).to_have_attribute("data-connection", "live")

    def says(self, words: str, way: str = "") -> None:
        """Wait until the page says in these words how it is connected, and goes by this way."""
        connection = self.page.locator(".connection")
        expect(connection.locator("[data-when]:visible")).to_have_text(words, timeout=20_000)
        if way:
            expect(connection).to_have_attribute("data-way", way, timeout=20_000)

    def on(self, title: str) -> None:
        """Wait until the page shows the step of this name."""
        expect(self.page.locator("[data-step-name]")).to_have_text(title)

    def write(self, text: str, column: str = "") -> None:
        """Add a note on a wide page and wait until it says that it is saved."""
        if column:
            self.page.get_by_label("Where it belongs").select_option(column)
        self.page.get_by_label("A reason or an example").fill(text)
        self.page.get_by_role("button", name="Add note").click()
        expect(self.own(text)).to_have_count(1)

    def own(self, text: str):
        """One's own notes with this text that the server has, in one's own list."""
        saved = '[data-key^="mine-"]:not([data-local-outbox])'
        return self.page.locator(saved).filter(has_text=text)

    def unsent(self, text: str, state: str):
        """One's own notes with this text that are "sending", "waiting" or "refused"."""
        return self.page.locator(f'[data-local-outbox="{state}"]').filter(has_text=text)

    def seen(self, text: str):
        """Notes with this text on the board that all share."""
        return self.page.locator('[data-key^="note-"]').filter(has_text=text)


class Facilitator:
    """Grace: signed in by her one-time link, with the controls."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context, self.server = context, server
        self.page = context.new_page()
        send_form(context, server.facts["sign_in"])
        self.page.goto(self.console)

    @property
    def console(self) -> str:
        return f"{self.server.address}/run/{self.server.code}/"

    def start(self) -> None:
        """Leave the lobby."""
        self.send("start/")

    def control(self, verb: str, **fields: str) -> None:
        """Press a control on the step that runs now."""
        step, _name = self.server.running()
        self.send(f"control/{verb}/", step=str(step), **fields)

    def go_to(self, label: str) -> None:
        """Start, and press Next until the step of this label runs."""
        if not self.server.running():
            self.start()
        step, name = self.server.running()
        while name != label:
            self.send("control/next/", step=str(step))
            step, name = self.server.running()

    def send(self, address: str, **fields: str) -> None:
        """Post what a form of the console would post."""
        token = next(c["value"] for c in self.context.cookies() if c["name"] == "csrftoken")
        fields |= {"csrfmiddlewaretoken": token, "operation": str(uuid4())}
        answer = self.context.request.post(
            self.console + address,
            form=fields,
            headers={"Accept": "application/json", "Referer": self.console},
        )
        assert answer.ok, f"{answer.status} {address}: {answer.text()}"

    def panel(self) -> str:
        return self.context.request.get(f"{self.console}step/").text()

    def step(self) -> str:
        """The number of the step that runs; empty in the lobby."""
        return self._said("data-step")

    def label(self) -> str:
        return self._said("data-title")

    def _said(self, name: str) -> str:
        found = re.search(rf'<main[^>]* {name}="([^"]*)"', self.panel())
        assert found, f"The console does not say {name}."
        return found[1]


def send_form(context: BrowserContext, address: str, **fields: str) -> None:
    """Send the form of a page with what it brings along, without showing the page."""
    page = context.request.get(address)
    brought = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]+)"', page.text())
    sent, sender = {**dict(brought), **fields}, {"Referer": page.url}
    answer = context.request.post(page.url, form=sent, headers=sender, max_redirects=0)
    assert answer.status in (302, 303), f"{answer.status} {page.url}: {answer.text()[:2000]}"


def open_context(browser: Browser, watch: Watch, width: int = 1280, **more) -> BrowserContext:
    """A browser of someone's own: nothing shared with the others."""
    more.setdefault("reduced_motion", "reduce")  # nothing is looked at while it fades in
    more.setdefault("viewport", {"width": width, "height": 740 if width < 600 else 800})
    context = browser.new_context(**more)
    watch.follow(context)
    return context
