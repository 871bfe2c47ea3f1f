"""The debrief of the test: did the indicators make us act differently, and how?"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.activities import BoardActivity
from boards.models import Board, Note
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.viewers import Viewer


class Debriefing(BoardActivity):
    """Actions are marked same, changed or new; lessons and risks are written beside them."""

    key = "debrief"
    title = gettext_lazy("Debrief")
    may_write = frozenset({"mark"})
    may_sort = frozenset({"mark"})
    numbered = False
    beside_notes = ("lesson__about__note",)
    urls = "indicators.difference.urls"
    shown_urls = "indicators.difference.shown_urls"
    panel_template = "indicators/difference/_panel_{door}.html"
    write_label = gettext_lazy("What will we do differently?")
    where_label = gettext_lazy("What is it?")

    def open(self, step: Step) -> None:
        Board.open_for(step)

    def may_write_first(self, step: Step) -> bool:
        """What is written here is worked on together at once: there is nothing to open."""
        return False

    def columns(self, session: Session) -> Iterable[Item]:
        words = [
            ("lesson", _("What we will do differently")),
            ("if_we_act", _("If we act")),
            ("if_we_do_nothing", _("If we do nothing")),
        ]
        return [
            Item({"key": key, "order": order, "label": label, "description": "", "prompt": ""})
            for order, (key, label) in enumerate(words, start=1)
        ]

    def item_of(self, session: Session, key: str) -> Item:
        return next(item for item in self.columns(session) if item.key == key)

    def lies_in(self, note: Note) -> str:
        from .lessons import place_of

        return place_of(note)

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models import Lesson

        Lesson.begin(note, more)

    def is_as_sent(self, note: Note, more: Mapping[str, str]) -> bool:
        about, told = note.lesson.about, more.get("about", "")
        return not told or (about is not None and str(about.note_id) == told)

    def push_with(self, note: Note) -> None:
        from .fragments import push_read_out

        push_read_out(note.board)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)
