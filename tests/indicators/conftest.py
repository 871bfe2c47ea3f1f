"""The same room as on the boards, gone on to the stage that tests the indicators."""

import pytest

from tests.boards import conftest as boards
from tests.boards.conftest import joan, place, sam
from workshops.models import Participant
from workshops.viewers import Viewer

__all__ = ["joan", "place", "sam"]


class Room(boards.Room):
    """A session in its second stage; `about` is the activity whose board it works on."""

    about = "indicators"

    def join(self, name: str, category: str = "local_government") -> Viewer:
        """Someone comes in by the door, as people do."""
        facts = {"name": name, "category": category, "agrees_to_keeping": True}
        joined, joined_token = Participant.join(self.session, **facts)
        joined.token = joined_token
        return Viewer("place", self.session.workshop, self.session, participant=joined)

    def remove(self, person: Viewer) -> None:
        self.session.remove(person.participant, self.grace.user)


@pytest.fixture
def room(transactional_db, checked_content) -> Room:
    running = Room(boards.planned(checked_content))
    running.go_to("indicators_read")
    return running
