"""The same room as on the boards, gone on to the step that names stakeholders."""

from uuid import uuid4

import pytest

from boards.models import Note
from stakeholders.models import Stakeholder
from tests.boards import conftest as boards
from tests.boards.conftest import joan, place, sam
from workshops.viewers import Viewer

__all__ = ["joan", "place", "sam"]


class Room(boards.Room):
    """A session on its stakeholders."""

    about = "stakeholders"

    def write(self, by: Viewer, text: str, column: str = "unsorted") -> Note:
        return Note.write(self.board, by, uuid4(), column, text)

    def name(self, by: Viewer, text: str, column: str = "unsorted") -> Stakeholder:
        """Write a note and return the stakeholder it is."""
        return self.write(by, text, column).stakeholder


@pytest.fixture
def room(transactional_db, checked_content) -> Room:
    running = Room(boards.planned(checked_content))
    running.go_to("stakeholders_brainstorm")
    return running
