"""The action plan: it has no step of its own and is made in the last one, the close."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.activities import BoardActivity
from boards.models import Board, Note
from workshops.content.reading import Item
from workshops.models import Session, Step

COLUMN = "own"


class Planning(BoardActivity):
    """What people will do themselves, and what the group chose from its responses."""

    key = "plan"
    title = gettext_lazy("Action plan")
    kind = "response"
    numbered = False
    may_write = frozenset({"agree"})
    may_sort = frozenset[str]()
    beside_notes = ("action",)
    write_label = gettext_lazy("One action you will take")

    def works_in(self, step: Step) -> bool:
        return step.activity_key == "close"

    def open_beside(self, step: Step) -> None:
        if self.works_in(step):
            Board.open_for(step, self.key)

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

        session = note.board.session
        Action.objects.create(note=note, session=session, workshop_id=session.workshop_id)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None
