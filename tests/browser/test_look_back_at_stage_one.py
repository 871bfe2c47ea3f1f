"""The welcome of a second session at every door, with as much to look back on as there can be.

The lines are the longest, the stakeholders more than a screen holds.
"""

from playwright.sync_api import expect

from tests.browser.axe import at_every_width, violations
from tests.browser.served import manage

HELD = """
from datetime import timedelta
from django.contrib.auth.models import User
from uuid import uuid4
from boards.models import Board, Note
from stakeholders.models import Stakeholder
from workshops.models import Session
from workshops.viewers import Viewer
second = Session.objects.get(code="{code}")
workshop = second.workshop
first = workshop.add_session("stage_1", "stage_1_only", second.starts_at - timedelta(weeks=1))
grace = workshop.facilitators.get(user=workshop.owner)
first.start(grace)
while first.current_step().key != "stakeholders_brainstorm":
    first.go_on(first.current_step().pk)
for column in Board.objects.get(session=first, activity_key="diagnosis").columns.all():
    column.reading.say(("We tried it all once, and nobody wrote down what came of it. " * 3)[:160])
    column.reading.show_calls()
board = Board.objects.get(session=first, activity_key="stakeholders")
by = Viewer("console", workshop, first, user=workshop.owner)
for number in range(30):
    column = board.columns.all()[number % 5].key
    Note.write(board, by, uuid4(), column, f"The board of housing associations number {{number}}")
Stakeholder.objects.filter(pk__lte=18).update(key=True)
Stakeholder.objects.filter(pk__gt=12).update(not_in_the_room=True)
first.end(grace)
print(f"/workshops/{{workshop.pk}}/sessions/{{second.pk}}/invite/")
"""


def test_at_every_door(server, grace, person, open_browser):
    invitations = manage(server.data, "shell", "-c", HELD.format(code=server.code)).split()[-1]
    grace.start()
    sam = person("Sam")
    screen = open_browser(1920, viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(server.facts["screen"])
    grace.page.goto(grace.console)

    for page in (sam.page, grace.page, screen):
        expect(page.get_by_role("heading", name="Looking back at stage 1")).to_be_visible()
        expect(page.get_by_text("8 Multifaceted")).to_be_visible()
    assert at_every_width(sam.page, "the look back at the place") == []
    assert at_every_width(grace.page, "the look back at the console") == []
    assert violations(screen) == []
    assert screen.evaluate("document.documentElement.scrollHeight") <= 1080
    last = screen.get_by_text("You may pass, or step out.").bounding_box()
    who = screen.locator(".look-back__who").bounding_box()
    assert who["y"] + who["height"] <= last["y"]

    grace.page.goto(server.address + invitations)
    expect(grace.page.get_by_text("Nobody will approach them yet.").first).to_be_visible()
    assert at_every_width(grace.page, "the list of missing voices") == []
