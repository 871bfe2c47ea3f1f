"""One's own page: what it tells, and to whom."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from live.clock import now
from tests.workshops.running import press, pressed_on_now
from tests.workshops.test_join_a_workshop import details, joined
from workshops.codes import spaced
from workshops.models import Participant


@pytest.fixture
def sam(session) -> Client:
    client = Client()
    joined(client, session, name="Sam")
    return client


@pytest.fixture
def writing(session, desk):
    """The session in its write step."""
    press(desk, session, "start/")
    while session.current_step().key != "diagnosis_write":
        pressed_on_now(desk, session, "next")


def write(client: Client, session, text: str) -> str:
    key = str(uuid4())
    fields = {"board": "diagnosis", "column": "unsolved", "text": text}
    client.post(f"/s/{session.code}/notes/{key}/", fields)
    return key


def own_page(client: Client, session) -> str:
    page = client.get(f"/s/{session.code}/you/").content.decode().replace("&#x27;", "'")
    return re.sub(r"\s+", " ", page)


def state_of(page: str, text: str) -> str:
    """What one's own page says below the note with this text."""
    found = re.search(rf"{re.escape(text)}</p> <p [^>]*>(.*?)</p>", page)
    assert found, f"{text} is not on the page."
    return re.sub(r" ?<.*", "", found[1]).strip()


def test_it_says_who_one_is_which_codes_and_what_is_kept(sam, session, content):
    page, person = own_page(sam, session), session.participants.get()

    words = content.head("joining")
    for line in [*words["who_sees_what"], *words["what_is_stored"]]:
        assert line in page
    for fact in ("Your place, Sam", spaced(session.code), person.personal_code):
        assert fact in page
    assert "The report does not name you." in page
    assert sam.get(f"/s/{session.code}/you/")["Cache-Control"] == "no-store"


def test_the_code_is_shown_on_coming_in_and_at_the_end(sam, session, desk):
    own, place = session.participants.get().personal_code, f"/s/{session.code}/"
    pages = [sam.get(place)]
    press(desk, session, "start/")
    pages.append(sam.get(place))
    press(desk, session, "end/")
    pages.append(sam.get(place))

    assert [own in page.content.decode() for page in pages] == [True, True, True]


def test_in_the_midst_of_the_work_the_code_is_not_in_the_way(sam, session, writing):
    Participant.objects.update(joined_at=now() - timedelta(minutes=3))
    own = session.participants.get().personal_code

    assert own not in sam.get(f"/s/{session.code}/").content.decode()


def test_after_seven_days_it_promises_no_coming_back(sam, session, desk):
    press(desk, session, "start/")
    press(desk, session, "end/")
    type(session).objects.update(ended_at=now() - timedelta(days=8))

    assert "come back on any device" not in sam.get(f"/s/{session.code}/").content.decode()


def test_each_of_ones_notes_has_its_state_in_words(sam, session, writing, desk):
    write(sam, session, "On it.")
    hidden = write(sam, session, "Off it.")
    press(desk, session, f"notes/{hidden}/hide/", because="Holds a name.")
    pressed_on_now(desk, session, "next")
    press(desk, session, "control/lock-board/", step=session.current_step().pk)
    write(sam, session, "Written offline.")

    page = own_page(sam, session)
    assert state_of(page, "On it.") == "7 Unsolved. On the board."
    assert state_of(page, "Off it.") == (
        "7 Unsolved. The facilitator has taken it off the board. Nobody else sees it."
    )
    assert state_of(page, "Written offline.") == (
        "7 Unsolved. Late: it came when the step was closed. Kept for the facilitator to add."
    )
    assert "Holds a name." not in page


def test_the_board_too_says_in_words_that_a_note_came_late(sam, session, writing, desk):
    press(desk, session, "control/lock-board/", step=session.current_step().pk)
    write(sam, session, "Written offline.")

    board = sam.get(f"/s/{session.code}/").content.decode()
    assert "Late. Kept for the facilitator to add." in board


def test_nobody_elses_notes_are_on_it(sam, session, writing):
    joan = Client()
    joined(joan, session, name="Joan")
    write(joan, session, "Hers alone.")

    page = own_page(sam, session)
    assert "Your notes: 0" in page
    assert "Hers alone." not in page
    assert "Your notes: 1" in own_page(joan, session)


def test_a_note_can_be_taken_back_from_here_while_that_is_allowed(sam, session, writing, desk):
    link = f"/s/{session.code}/notes/{write(sam, session, 'Mine.')}/"
    assert link in own_page(sam, session)
    press(desk, session, "end/")
    assert link in own_page(sam, session)

    type(session).objects.update(ended_at=now() - timedelta(days=8))

    assert link not in own_page(sam, session)


def test_without_a_place_one_is_asked_for_ones_code(session, desk):
    for client in (Client(), desk):
        answer = client.get(f"/s/{session.code}/you/")
        assert (answer.status_code, answer["Location"]) == (303, f"/s/{session.code}/come-back/")


def test_whoever_was_removed_is_told_so(sam, session, workshop):
    session.remove(session.participants.get(), workshop.owner)

    page = sam.get(f"/s/{session.code}/you/")

    assert page.status_code == 403
    assert "The facilitator has closed your place." in page.content.decode()


def test_joining_leads_to_coming_back_and_the_end_does_too(someone, session):
    assert 'href="/come-back/"' in someone.get("/join/").content.decode()
    session.ended_at = now()
    session.save()

    ended = someone.get(details(session)).content.decode()
    assert f'href="/s/{session.code}/come-back/"' in ended
