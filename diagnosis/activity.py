"""The diagnosis: does our area look like a complex system? Ball's eight, 30 minutes."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from boards.activities import BoardActivity
from boards.models import Board
from workshops.activities import register
from workshops.models import Session, Step
from workshops.viewers import Viewer

from .models import Reading
from .problem_type import QUESTION, types


class Diagnosis(BoardActivity):
    """Eight columns of reasons, a call by each person and a line by the group."""

    key = "diagnosis"
    title = _("Diagnosis")
    table = "characteristics"
    write_label = _("A reason or an example")
    about_column = "diagnosis/_examples.html"
    column_head = "diagnosis/_head_console.html"
    column_foot = "diagnosis/_foot_console.html"
    columns_label = _("The eight descriptions")
    all_columns = _("All eight")
    none_yet = ngettext_lazy(
        "%(number)d description has none yet.", "%(number)d descriptions have none yet.", "number"
    )
    filled_in = ngettext_lazy("in %(number)d description.", "in %(number)d descriptions.", "number")
    urls = "diagnosis.urls"
    panel_template = "diagnosis/_panel_{door}.html"
    look_back_template = "diagnosis/_look_back.html"

    def open(self, step: Step) -> None:
        board = Board.open_for(step)
        for column in board.columns.all():
            Reading.objects.get_or_create(column=column)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        """That of a description, or which type of problem it is."""
        if key != QUESTION:
            return super().question(step, key)
        labels = [each.label for each in types(step.session)]
        return {"title": str(_("Which column are we in?")), "text": " – ".join(labels)}

    def look_back(self, session: Session) -> dict[str, Any] | None:
        from .look_back import look_back

        return look_back(session)

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)


register(Diagnosis())
