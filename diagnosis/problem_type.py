"""Which of four types of problem the group takes its area for: a pick after talking, not a sum."""

from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from boards.models import Board
from live.rooms import push
from workshops.models import Session
from workshops.refusals import NotFit

QUESTION = "problem_type"  # what facilitators ask on the screen by this name


class ProblemType(models.Model):
    """The group's pick (domain brief 4.2), noted by a facilitator; empty when taken away."""

    board = models.OneToOneField(Board, on_delete=models.CASCADE, related_name="problem_type")
    key = models.SlugField(max_length=50, blank=True)

    def __str__(self) -> str:
        return self.key

    @property
    def live_key(self) -> str:
        return f"problem-type-{self.board_id}"

    @classmethod
    def of(cls, board: Board) -> "ProblemType":
        """What was picked on this board; a row not yet kept where nothing was."""
        return cls.objects.filter(board=board).first() or cls(board=board)

    def pick(self, key: str) -> None:
        """Note what the group picked, in place of what was noted before; empty takes it away."""
        session = self.board.session
        with session.lock():
            session.must_not_have_ended()
            if key and key not in [each.key for each in types(session)]:
                raise NotFit(_("Choose one of the four types, or none."))
            kept, _new = type(self).objects.update_or_create(
                board=self.board, defaults={"key": key}
            )
            html = render_to_string("diagnosis/_problem_type.html", type_context(kept))
            push(session.room_key, self.live_key, html)


def types(session: Session) -> list:
    """The four types in this workshop's words."""
    return session.workshop.content.items("problem_types")


def type_context(item: ProblemType) -> dict[str, Any]:
    """`types` are all four and `picked` is the group's, None while it has picked none."""
    found = types(item.board.session)
    picked = next((each for each in found if each.key == item.key), None)
    return {"problem_type": item, "types": found, "picked": picked}


def type_in_report(board: Board) -> dict[str, Any] | None:
    """The pick as plain data: `label`, `features` and `so_what`; None where there is none."""
    picked = type_context(ProblemType.of(board))["picked"]
    return {name: picked[name] for name in ("label", "features", "so_what")} if picked else None
