"""Anything missing? Whoever misses a sign of health proposes it, at any time in stage 2."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.activities import BoardActivity
from boards.models import Board, Note
from boards.panel import board_context, columns_of
from boards.text import fit
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..stage import STAGE_2

COLUMN = "proposed"
LONGEST_LABEL = 80


class Additions(BoardActivity):
    """One list of proposed indicators, each a note whose text is its label."""

    key = "additions"
    title = gettext_lazy("Added indicators")
    may_write = frozenset({"suggest"})
    may_sort = frozenset[str]()
    panel_template = "indicators/additions/_panel_{door}.html"
    beside_notes = ("addition",)
    numbered = False
    write_label = gettext_lazy("What is missing?")
    write_hint = gettext_lazy("A sign of health in a few words.")

    def works_in(self, step: Step) -> bool:
        """Adding an indicator is always possible during stage 2 (domain brief 1.8)."""
        return step.stage == STAGE_2

    def open(self, step: Step) -> None:
        Board.open_for(step)

    def open_beside(self, step: Step) -> None:
        if self.works_in(step):
            Board.open_for(step, self.key)

    def may_write_first(self, step: Step) -> bool:
        """What is written here is worked on together at once: there is nothing to open."""
        return False

    def columns(self, session: Session) -> Iterable[Item]:
        words = {"label": _("Proposed"), "description": "", "prompt": ""}
        return [Item({"key": COLUMN, "order": 1, **words})]

    def item_of(self, session: Session, key: str) -> Item:
        return next(iter(self.columns(session)))

    def fit(self, text: str) -> str:
        return fit(text, LONGEST_LABEL)

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models import Addition

        Addition.objects.create(note=note)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        board = Board.objects.get(session=step.session, activity_key=self.key)
        return board_context(board, step, columns_of(board), viewer)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None
