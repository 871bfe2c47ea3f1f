"""A room that maps its links, with the stakeholders of the worked example on its board."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from boards.models import Board, Note
from stakeholders.charting import Chart
from stakeholders.models import Relationship, Stakeholder
from tests.boards import conftest as boards
from tests.stakeholders.conftest import Room
from workshops.models import Workshop
from workshops.viewers import Viewer

SAID = {
    "status": "existing",
    "strength": "working",
    "purpose_clear": "yes",
    "contact": "",
    "stand_in": "no",
}


class MapRoom(Room):
    """A session with its extra step; `who` holds the stakeholders by the example's letters."""

    who: dict[str, Stakeholder]
    writer: Viewer

    @property
    def map_board(self) -> Board:
        return Board.objects.get(session=self.session, activity_key="relationships")

    def name_all(self, by: Viewer, nodes) -> None:
        self.writer = by
        self.who = {each["id"]: self.name(by, each["label"], each["category"]) for each in nodes}

    def said(self, one: str, other: str, **more: str) -> dict[str, str]:
        """The fields of a link between two letters of the example."""
        return {**SAID, "one": self.key(one), "other": self.key(other), **more}

    def key(self, letter: str) -> str:
        return str(self.who[letter].note_id) if letter in self.who else letter

    def link(self, by: Viewer, one: str, other: str, text: str = "", **more: str) -> Relationship:
        """Write a link the way everything is written."""
        said = self.said(one, other, **more)
        return Note.write(self.map_board, by, uuid4(), "links", text, said).relationship

    def chart(self) -> Chart:
        return Chart(self.session.workshop)


@pytest.fixture(scope="session")
def example(checked_content) -> dict:
    """The worked example of domain brief 4.10, as the content has it."""
    items = checked_content.tables["worked_examples"]["items"]
    return next(each for each in items if each["key"] == "network_before")


@pytest.fixture
def room(transactional_db, checked_content, example) -> MapRoom:
    """The room on its map, with the example's six stakeholders and no link."""
    running = MapRoom(boards.planned(checked_content))
    running.session.add_step("relationship_map")
    running.go_to("stakeholders_brainstorm")
    running.name_all(running.person("Ines"), example["nodes"])
    running.go_to("relationship_map")
    return running


@pytest.fixture
def elsewhere(room) -> Stakeholder:
    """A stakeholder of another workshop."""
    owner = User.objects.create_user("olga", "olga@example.org", first_name="Olga")
    workshop = Workshop.plan(
        owner,
        room.session.workshop.content,
        starts_at=timezone.now(),
        policy_area="Late buses",
        use_case="local_convene",
    )
    other = Room(workshop.sessions.get())
    other.grace = other.facilitator(owner)
    other.go_to("stakeholders_brainstorm")
    return other.name(other.person("Ola"), "Bus company")
