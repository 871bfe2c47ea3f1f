"""Anything missing? Whoever misses a sign of health proposes it, at any time in stage 2."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.activities import BoardActivity
from boards.models import Board, Note
from boards.text import fit
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.viewers import Viewer

from ..stage import STAGE_2

COLUMN = "proposed"
LONGEST_LABEL = 80


class Additions(BoardActivity):
    """One list of proposed indicators, each a note whose text is its label.

    An adopted one is an indicator like the ten: its words follow its note on every board.
    """

    key = "additions"
    title = gettext_lazy("Added indicators")
    may_write = frozenset({"suggest"})
    may_sort = frozenset[str]()
    changes_text = False
    note_template = "indicators/additions/_proposal.html"
    mine_template = "indicators/additions/_mine.html"
    note_controls = "indicators/additions/_controls.html"
    form_template = "indicators/additions/_again.html"
    panel_template = "indicators/additions/_panel_{door}.html"
    urls = "indicators.additions.urls"
    beside_notes = ("addition__indicator", "addition__merged_into")
    numbered = False
    write_label = gettext_lazy("What is missing?")
    write_hint = gettext_lazy("A sign of health in a few words.")

    def works_in(self, step: Step) -> bool:
        """Adding an indicator is always possible during stage 2 (domain brief 1.8)."""
        return step.stage == STAGE_2

    def open(self, step: Step) -> None:
        Board.open_for(step)

    def open_beside(self, step: Step) -> None:
        from .carrying import carry

        if self.works_in(step):
            Board.open_for(step, self.key)
            carry(step.session)

    def may_write_first(self, step: Step) -> bool:
        """What is written here is worked on together at once: there is nothing to open."""
        return False

    def columns(self, session: Session) -> Iterable[Item]:
        words = {"label": _("Proposed"), "description": "", "prompt": ""}
        return [Item({"key": COLUMN, "order": 1, **words})]

    def item_of(self, session: Session, key: str) -> Item:
        return next(iter(self.columns(session)))

    def fit(self, text: str) -> str:
        """A label is one line."""
        return fit(" ".join(text.split()), LONGEST_LABEL)

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from ..models import Addition
        from .said import checked

        Addition.objects.create(note=note, **checked(more))

    def is_as_sent(self, note: Note, more: Mapping[str, str]) -> bool:
        from .said import checked

        same = {name: getattr(note.addition, name) for name in ("description", "why")}
        return note.version > 1 or same == checked(more)

    def may_change(self, note: Note, by: Viewer) -> bool:
        """Nobody changes the label alone: `Addition.change` changes all that is said."""
        return False

    def erased(self, note: Note) -> None:
        note.addition.note = note
        note.addition.forget()

    def push_with(self, note: Note) -> None:
        from .showing import push_with

        push_with(note)

    def in_words(self, note: Note) -> str:
        """The label, and what it means where that was said."""
        return ": ".join(words for words in (note.text, note.addition.description) if words)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .showing import panel_context

        return panel_context(step, viewer)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)
