"""A room that answered its story and debriefs: responses written the way people write them."""

from uuid import uuid4

from boards.models import Note
from indicators.models import Response
from tests.indicators.story import StoryRoom
from workshops.viewers import Viewer


class DebriefRoom(StoryRoom):
    """A session that answers its story without and with the indicators, then debriefs."""

    about = "debrief"
    writer: Viewer

    def begin(self) -> None:
        """Ines comes, the story is told, and the room answers without the indicators."""
        self.writer = self.person("Ines")
        self.go_to("scenario_respond")
        self.tell()
        self.go_round("first")

    def at_first(self, text: str, place: str = "local-first_week", **more) -> Response:
        return self.first(self.writer, text, place, **more)

    def then(
        self, text: str, place: str = "local-first_week", of: Response | None = None, **more
    ) -> Response:
        """A response with the indicators, by Ines; `of` is the first one that it changes."""
        if of is not None:
            more["instead_of"] = str(of.note_id)
        return self.respond(self.writer, text, place, **more)

    def mark(self, response: Response, mark: str, by: Viewer | None = None) -> None:
        """Give a mark, having seen the one that is there."""
        response.refresh_from_db()
        response.mark_as(by or self.writer, mark, response.mark)

    def risk(self, response: Response, text: str, column: str = "if_we_do_nothing") -> Note:
        more = {"about": str(response.note_id)}
        return Note.write(self.board, self.writer, uuid4(), column, text, more)
