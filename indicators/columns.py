"""Boards with a column for each indicator: the ten and the added ones alike."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from boards.activities import BoardActivity
from boards.models import Board, Column, Note
from boards.panel import board_context, columns_of
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.viewers import Viewer

if TYPE_CHECKING:
    from .models import Indicator


class IndicatorColumns(BoardActivity):
    """An activity whose people write under the indicators.

    What is written for an indicator that was merged belongs to the one it was merged into.
    """

    table = "indicators"

    def open(self, step: Step) -> None:
        Board.open_for(step)

    def columns(self, session: Session) -> Iterable[Item]:
        from .models import Indicator

        return [each.item for each in Indicator.of(session.workshop).standing()]

    def item_of(self, session: Session, key: str) -> Item:
        return indicator_named(session, key).item

    def place(self, board: Board, key: str) -> Column | None:
        from .models import Indicator

        found = Indicator.named(board.session.workshop, key)
        return board.columns.filter(key=found.key).first() if found else None

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        """What was meant for an indicator that was merged meanwhile comes back with it."""
        from .models import Carried

        Carried.remember(note, more.get("column", ""))

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        board = Board.objects.get(session=step.session, activity_key=self.key)
        return board_context(board, step, columns_of(board), viewer)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        for item in self.columns(step.session):
            if item.key == key:
                return {"title": f"{item.order} {item.label}", "text": item["prompt"]}
        return None


def indicator_named(session: Session, key: str) -> "Indicator":
    """The indicator of one column, merged or not."""
    from .models import Indicator

    return Indicator.of(session.workshop).get(key=key)
