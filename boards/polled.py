"""What an activity adds whose people vote on its board."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from workshops.models import Session, Step

    from .activities import BoardActivity


class Polled:
    """In which steps people vote, who closes the vote, and what the end forgets of it."""

    def votes_in(self: "BoardActivity", step: "Step") -> bool:
        """Say whether people can vote on this activity's board in `step`.

        That may also be a step in which nobody writes on it or sorts.
        """
        return self.works_in(step)

    def holder_pages(self: "BoardActivity", step: "Step") -> list[dict[str, Any]]:
        """Closing what people vote on in this step."""
        board = self.board_in(step.session)
        polls = board.polls.filter(key=step.key, closed_at=None) if board else ()
        close = "boards/{}/polls/{}/close/".format
        return [
            {"address": close(self.key, poll.key), "words": _("Close the voting")} for poll in polls
        ]

    def session_ended(self: "BoardActivity", session: "Session") -> None:
        """Voting is closed, and whose votes they were is forgotten."""
        board = self.board_in(session)
        for poll in board.polls.all() if board else ():
            poll.forget_people()
