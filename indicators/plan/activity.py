"""The action plan: it has no step of its own and is made in the last one, the close."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.activities import BoardActivity
from boards.models import Board, Note
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.viewers import Viewer

COLUMN = "own"


class Planning(BoardActivity):
    """What people will do themselves, and what the group chose from its responses.

    The vote in which they choose is one on the board of the responses: it is open here
    for votes alone.
    """

    key = "plan"
    title = gettext_lazy("Action plan")
    kind = "response"
    numbered = False
    closing_order = 10
    may_write = frozenset({"agree"})
    may_sort = frozenset[str]()
    beside_notes = ("action",)
    changes_text = False
    mine_template = "indicators/plan/_mine.html"
    note_controls = "indicators/plan/_controls.html"
    form_template = "indicators/plan/_again.html"
    urls = "indicators.plan.urls"
    write_label = gettext_lazy("One action you will take")
    write_hint = gettext_lazy("Something that you can do yourself, or begin.")

    def works_in(self, step: Step) -> bool:
        return step.activity_key == "close"

    def open_beside(self, step: Step) -> None:
        from .standing import board_of_responses, responses_of

        if not self.works_in(step):
            return
        Board.open_for(step, self.key)
        board = board_of_responses(step.session)
        if board and responses_of(board):
            board.open_poll(step)

    def may_write_first(self, step: Step) -> bool:
        """What is written here is worked on together at once: there is nothing to open."""
        return False

    def columns(self, session: Session) -> Iterable[Item]:
        words = {"label": _("Actions"), "description": "", "prompt": ""}
        return [Item({"key": COLUMN, "order": 1, **words})]

    def item_of(self, session: Session, key: str) -> Item:
        return next(iter(self.columns(session)))

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models import Action
        from .said import checked

        Action.begin(note, checked(note.board.session, more))

    def erased(self, note: Note) -> None:
        from ..models import Action

        Action.objects.filter(note=note).delete()

    def push_with(self, note: Note) -> None:
        from .fragments import push_plan

        push_plan(note.board.session)

    def closing(self, step: Step, viewer: Viewer) -> dict[str, Any] | None:
        from .panel import closing_context

        context = closing_context(step, viewer)
        return context and {"template": "indicators/plan/_closing_{door}.html", **context}

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)

    def paper(self, session: Session) -> dict[str, Any] | None:
        return None

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None
