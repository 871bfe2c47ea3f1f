"""What a page fetches or is sent alone is, in every step, what stands in the whole page."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from workshops.doors import cookie_of
from workshops.models import Participant, Session
from workshops.people_fragments import people_fragment

OF_THE_MOMENT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9]{64}")
CONSOLE = ["step/", "controls/", "run-sheet/", "cards/"]


@pytest.fixture
def still(monkeypatch) -> None:
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def sam(session) -> Client:
    """The browser of a participant, named on the console."""
    token, browser = Participant.new_token(), Client()
    person = session.participants.create(
        name="Sam", category="local_government", agrees_to_keeping=True
    )
    person.devices.create(token_hash=Participant.hash_of(token))
    browser.cookies[cookie_of(session)] = token
    return browser


@pytest.mark.usefixtures("still", "unhurried")
def test_each_piece_stands_in_its_page_from_the_lobby_to_the_end(
    session: Session, desk: Client, sam: Client, someone: Client
):
    missing = []
    places = [
        (desk, f"/run/{session.code}/", CONSOLE),
        (sam, f"/s/{session.code}/", ["step/"]),
        (someone, f"/screen/{session.screen_token}/", ["step/"]),
    ]
    for label in through_the_agenda(session):
        for browser, page, addresses in places:
            pieces = {each: told(browser, page + each) for each in addresses}
            if browser is desk:
                pieces["who is here"] = tidied(people_fragment(session))
            whole = told(browser, page)
            missing += [(label, page, name) for name, piece in pieces.items() if piece not in whole]
    assert missing == []


def through_the_agenda(session: Session):
    """Each step's label in turn while it runs; the lobby and the end have none."""
    grace = session.workshop.facilitators.get()
    yield "lobby"
    session.start(grace)
    while step := session.current_step():
        yield step.label
        if session.next_planned():
            session.go_on(step.pk)
        else:
            session.end(grace)
    yield "ended"


def told(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return tidied(answer.content.decode())


def tidied(html: str) -> str:
    return OF_THE_MOMENT.sub("·", " ".join(html.split()))
