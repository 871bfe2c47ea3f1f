"""A room with a story: the same people, gone on to the step in which it is told."""

from uuid import uuid4

from boards.models import Board, Note
from indicators.models import Response, Scenario, Staging
from indicators.models.telling import WORDS
from tests.boards import conftest as boards
from workshops.viewers import Viewer

STORY = {
    "title": "The person who knew everyone",
    "content_note": "",
    "story": "Kit retires on Friday. On Monday three joint projects stall.",
    "facts": ["3 joint projects stall", "40 groups, 1 contact"],
    "local_question": "Which ties would local partners rebuild first?",
    "national_question": "Where do national teams rely on a single contact?",
    "twist": "A national team asks for a progress report.",
    "focus": [{"indicator": "partnership_working", "prompt": "Which links need a second person?"}],
}
assert set(STORY) == set(WORDS)


class StoryRoom(boards.Room):
    """A session with a story; `go_to` its steps as in any room."""

    about = "scenario"

    def tell(self, **other) -> Scenario:
        return Scenario.tell(self.session, {**STORY, **other})

    def go_round(self, to: str) -> None:
        Staging.of(self.session).move(to)

    def board_of(self, about: str) -> Board:
        return Board.objects.get(session=self.session, activity_key=about)

    def first(self, by: Viewer, text: str, place: str = "local-first_week", **more) -> Response:
        """Answer without the indicators."""
        return self._answer("first_response", by, text, place, more)

    def respond(self, by: Viewer, text: str, place: str = "local-first_week", **more) -> Response:
        """Answer with the indicators; `ticks` names those that call for it."""
        return self._answer("scenario", by, text, place, more)

    def _answer(self, about: str, by: Viewer, text: str, place: str, more: dict) -> Response:
        said = {f"calls-{key}": "yes" for key in more.pop("ticks", ())} | more
        return Note.write(self.board_of(about), by, uuid4(), place, text, said).response
