"""The diagnosis: does our area look like a complex system? Ball's eight, 30 minutes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.activities import BoardActivity
from boards.models import Board
from workshops.activities import register
from workshops.models import Session, Step
from workshops.viewers import Viewer

from .models import Reading


class Diagnosis(BoardActivity):
    """Eight columns of reasons, a call by each person and a line by the group."""

    key = "diagnosis"
    title = _("Diagnosis")
    table = "characteristics"
    write_label = _("A reason or an example")
    about_column = "diagnosis/_examples.html"
    urls = "diagnosis.urls"
    panel_template = "diagnosis/_panel_{door}.html"

    def open(self, step: Step) -> None:
        board = Board.open_for(step)
        for column in board.columns.all():
            Reading.objects.get_or_create(column=column)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)


register(Diagnosis())
