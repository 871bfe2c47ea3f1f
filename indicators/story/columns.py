"""Boards of responses: local beside national government, each over three horizons."""

from collections.abc import Iterable, Mapping
from typing import Any

from boards.activities import BoardActivity
from boards.models import Board, Note
from boards.panel import board_context, columns_of
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.viewers import Viewer


class ResponseColumns(BoardActivity):
    """A column for each level and horizon, keyed "local-first_week" and so on."""

    kind = "response"
    numbered = False
    beside_notes = ("response",)

    def open(self, step: Step) -> None:
        Board.open_for(step)

    def may_write_first(self, step: Step) -> bool:
        """What is written here is worked on together at once: there is nothing to open."""
        return False

    def columns(self, session: Session) -> Iterable[Item]:
        from ..models.scenario import Horizon, Level

        places = [(level, horizon) for level in Level for horizon in Horizon]
        return [
            Item(
                {
                    "key": f"{level}-{horizon}",
                    "order": order,
                    "label": f"{level.label}: {horizon.label}",
                    "description": "",
                    "prompt": "",
                }
            )
            for order, (level, horizon) in enumerate(places, start=1)
        ]

    def item_of(self, session: Session, key: str) -> Item:
        return next(item for item in self.columns(session) if item.key == key)

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models import Response

        Response.objects.create(note=note)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        board = Board.objects.get(session=step.session, activity_key=self.key)
        return board_context(board, step, columns_of(board), viewer)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None
