"""What the facilitators show on the room's screen beside the step."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from live.rooms import push_fetch

from ..people_fragments import push_names
from ..refusals import Conflict, NotFit
from ..screen_fragments import push_code, push_cover, push_question

if TYPE_CHECKING:
    from .session import Session


class Showing:
    """Each verb locks the room, changes the row and shows it at once; all can be undone."""

    def blank_screen(self: "Session", blank: bool) -> None:
        """Show "A short pause." and nothing else, or show the step again."""
        with self.lock():
            self.screen_blank = blank
            self._shown("screen_blank")
            push_cover(self)

    def hide_code(self: "Session", hidden: bool) -> None:
        """Take the join code off the screen, or put it back."""
        with self.lock():
            self.code_hidden = hidden
            self._shown("code_hidden")
            push_code(self)

    def name_people(self: "Session", named: bool) -> None:
        """Show in the lobby who has joined by name, or how many only."""
        with self.lock():
            self.names_on_screen = named
            self._shown("names_on_screen")
            push_names(self)

    def ask_on_screen(self: "Session", key: str) -> None:
        """Show the question that goes with `key` of the step; an empty key takes it off."""
        with self.lock():
            step = self.current_step()
            if step is None:
                raise Conflict(_("There is no step to ask about. Start the workshop first."))
            if key and step.activity.question(step, key) is None:
                raise NotFit(_("There is no such question in this step."))
            self.screen_question = key
            self._shown("screen_question")
            if key:
                self.take_cards_off(["screen"])
            self.show_question()

    def show_question(self: "Session") -> None:
        """Push the question or card on the screen, or its absence. Call inside the lock."""
        push_question(self)

    def _shown(self: "Session", field: str) -> None:
        self.save(update_fields=[field])
        self.read_again()  # what is pushed next shows the other fields as they are now
        push_fetch(self.room_key, "runsheet", "run-sheet/", audience="facilitators")
