"""What an activity with a board adds to an activity."""

from typing import Any

from workshops.activities import Activity
from workshops.models import Session, Step


class BoardActivity(Activity):
    """An activity whose people write notes under the items of one content table.

    `table` names that table; each item gives a column its key, order and label.
    `may_sort` and `may_write` say in which modes of a step people do so.
    """

    table = ""
    may_write = frozenset({"write"})
    may_sort = frozenset({"agree"})

    def heard_from(self, step: Step) -> set[int] | None:
        """Whoever has a note on this board, while people write and sort."""
        if step.mode not in self.may_write | self.may_sort:
            return None
        return set(
            step.session.participants.filter(
                notes__column__board__activity_key=self.key
            ).values_list("pk", flat=True)
        )

    def on_paper(self, step: Step) -> int:
        """The shown notes on this board that were entered for the room."""
        from .models import Note

        on_board = Note.objects.shown().filter(column__board__session=step.session_id)
        return on_board.filter(
            column__board__activity_key=self.key, entered_by__isnull=False
        ).count()

    def notes_in(self, step: Step) -> int:
        """The shown notes that were written while this step ran."""
        from .models import Note

        return Note.objects.shown().filter(step=step).count()

    def set_aside(self, session: Session) -> dict[str, Any] | None:
        """The late and the hidden notes of this activity's board, once it has been opened."""
        from .fragments import trays_context
        from .models import Board

        board = Board.objects.filter(session=session, activity_key=self.key).first()
        return {"template": "boards/_trays.html", **trays_context(board)} if board else None

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        """The question that goes with one of the columns."""
        for item in step.session.workshop.content.items(self.table):
            if item.key == key:
                return {"title": f"{item.order} {item.label}", "text": item["prompt"]}
        return None
