import pytest

from workshops import limits
from workshops.models import Participant
from workshops.refusals import Conflict

from .test_close_a_place import FACTS

FULL = "This workshop is full. Ask the facilitator to make room."


def test_a_full_workshop_says_so_before_and_after_the_form(session, someone, monkeypatch):
    monkeypatch.setattr(limits, "PEOPLE", 1)
    address = f"/s/{session.code}/join/?link={session.link_token}"
    assert someone.get(address).status_code == 200
    first, _ = Participant.join(session, **FACTS)

    page = someone.get(address)
    assert page.status_code == 409
    assert FULL in page.content.decode()
    with pytest.raises(Conflict, match=FULL):
        Participant.join(session, **FACTS)
    assert list(session.people_here()) == [first]


def test_a_place_that_was_closed_makes_room(session, grace, monkeypatch):
    monkeypatch.setattr(limits, "PEOPLE", 1)
    first, _ = Participant.join(session, **FACTS)
    session.remove(first, grace)

    second, _ = Participant.join(session, **FACTS)

    assert list(session.people_here()) == [second]
