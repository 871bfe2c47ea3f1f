"""Every page that an address shows: no axe violation, nothing sideways, nothing clipped.

A page is one line of a table: where it is, and the status with which it answers.
"""

import json
import sqlite3

import pytest
from playwright.sync_api import Page

from tests.browser.axe import at_every_width
from tests.browser.fits import fits
from tests.browser.served import manage

STRANGERS = [
    ("/", 200),
    ("/about/", 200),
    ("/accessibility/", 200),
    ("/check/", 200),
    ("/join/", 200),
    ("/accounts/login/", 200),
    ("/accounts/inactive/", 200),
    ("/sign-in/used-up/", 410),
    ("/nowhere/", 404),
    ("/workshops/999/", 200),  # asks to sign in
    ("/s/{code}/", 200),  # asks to join
    ("/s/{code}/join/", 200),
    ("/j/{link}/", 200),
    ("/come-back/", 200),
    ("/s/{code}/go-on/nothing/", 410),
    ("/s/ZZZZZZ/", 200),  # asks for a code
    ("/screen/nothing/", 404),
]
GRACES = [
    ("/workshops/", 200),
    ("/workshops/new/", 200),
    ("/workshops/{workshop}/", 200),
    ("/workshops/{workshop}/facts/", 200),
    ("/workshops/{workshop}/people/", 200),
    ("/workshops/{workshop}/people/facilitators/{amir}/", 200),
    ("/workshops/{workshop}/sessions/{session}/", 200),
    ("/workshops/{workshop}/sessions/{session}/agenda/", 200),
    ("/workshops/{workshop}/sessions/{session}/agenda/{step}/", 200),
    ("/workshops/{workshop}/sessions/{session}/agenda/start-again/", 200),
    ("/workshops/{workshop}/sessions/{session}/invite/", 200),
    ("/workshops/{workshop}/sessions/{session}/invite/sheet/", 200),
    ("/workshops/{workshop}/report/", 200),
    ("/workshops/{workshop}/report/one-page/", 200),
    ("/workshops/{workshop}/report/check/", 200),
    ("/workshops/{workshop}/report/release/", 200),  # nothing was checked: asks to look again
    ("/workshops/999/", 404),
    ("/run/{code}/end/", 200),
    ("/run/{code}/hand-over/", 403),  # nobody has the controls before the start
    ("/run/{code}/people/", 200),
    ("/run/{code}/authors/", 200),
    ("/run/{code}/paper/", 200),
    ("/run/{code}/enter", 200),  # no board is open yet
    ("/run/{code}/cards/case_studies-neath_port_talbot/", 200),
    ("/run/ZZZZZZ/", 404),
    ("/your-sign-in/", 200),
]
ERRORS = ["400", "403", "403_csrf", "404", "429", "500"]
WORDS = f"""import json; from django.template.loader import render_to_string
print(json.dumps({{name: render_to_string(name + ".html") for name in {ERRORS}}}))"""
ASK = """from debrief.models import Report
from workshops.models import Workshop
Report.ask(Workshop.objects.get(pk={workshop}), None)"""
REPORTS = [("waiting", ""), ("making", ""), ("failed", "time"), ("failed", "disk")]


@pytest.fixture
def names(server) -> dict[str, object]:
    """What stands for {code} and the like in the tables."""
    found = {
        "session": "s.id",
        "workshop": "s.workshop_id",
        "link": "s.link_token",
        "step": "(select max(id) from workshops_step where session_id = s.id)",
        "amir": "(select max(id) from workshops_facilitator where workshop_id = s.workshop_id)",
    }
    asked = f"select {', '.join(found.values())} from workshops_session s where s.code = "
    answer = rows(server, asked + f"'{server.code}'")[0]
    return {"code": server.code} | dict(zip(found, answer, strict=True))


def test_the_pages_of_strangers(open_browser, server, names, watch):
    watch.allow("404", "410")
    look_at(open_browser().new_page(), server, names, STRANGERS)


def test_the_pages_of_a_facilitator(grace, server, names, watch):
    watch.allow("403", "404")
    look_at(grace.page, server, names, GRACES)


def test_the_pages_that_say_what_went_wrong(open_browser, server, watch):
    watch.allow(*[name[:3] for name in ERRORS])
    page, found = open_browser().new_page(), []
    bodies = json.loads(manage(server.data, "shell", "-c", WORDS).splitlines()[-1])
    for name, body in bodies.items():
        page.route(f"**/says-{name}/", answer(int(name[:3]), body))
        page.goto(f"{server.address}/says-{name}/")
        found += at_every_width(page, name) + fits(page, name)
    assert found == []


def test_the_report_while_it_is_made_and_when_it_could_not_be(grace, server, names):
    address, found = f"{server.address}/workshops/{names['workshop']}/report/", []
    manage(server.data, "shell", "-c", ASK.format(workshop=names["workshop"]))
    for state, error in REPORTS:
        with sqlite3.connect(server.data / "workshop.sqlite3") as database:
            database.execute("update debrief_report set state = ?, error = ?", (state, error))
        grace.page.goto(address)
        found += at_every_width(grace.page, f"report {state} {error}")
        found += fits(grace.page, f"report {state} {error}")
    assert found == []


def look_at(page: Page, server, names: dict, table: list[tuple[str, int]]) -> None:
    found = []
    for path, status in table:
        answer = page.goto(server.address + path.format(**names))
        if answer and answer.status != status:
            found.append(f"{path} answers {answer.status}")
        found += at_every_width(page, path) + fits(page, path)
    assert found == []


def answer(status: int, body: str):
    """Answer in the server's place: nothing of ours can be made to fail on demand."""
    return lambda route: route.fulfill(status=status, body=body, content_type="text/html")


def rows(server, query: str) -> list[tuple]:
    with sqlite3.connect(server.data / "workshop.sqlite3") as database:
        return database.execute(query).fetchall()
