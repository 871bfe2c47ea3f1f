"""The relationship map: who is linked with whom, how, and where it would break. An extra step."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.activities import BoardActivity
from boards.models import Board, Note
from boards.text import fit
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.text import is_blank
from workshops.viewers import Viewer

from . import map_fragments
from .models import Relationship

COLUMN = "links"


class Relationships(BoardActivity):
    """One list of links, each a note with what is said of two stakeholders beside it.

    The list, the findings and the drawing are worked out from rows whenever they are shown;
    what is pushed only says that there is something new. So a stakeholder's name is kept
    nowhere but in its own note, and a later session shows the links of an earlier one.
    """

    key = "relationships"
    title = gettext_lazy("Relationship map")
    may_sort = frozenset[str]()
    kind = "stakeholder"
    note_template = "stakeholders/_link_mark.html"
    mine_template = "stakeholders/_link_mine.html"
    note_controls = "stakeholders/_link_controls.html"
    form_template = "stakeholders/_link_again.html"
    changes_text = False
    beside_notes = ("relationship__one__note", "relationship__other__note")
    urls = "stakeholders.relationship_urls"
    shown_urls = "stakeholders.map_urls"
    panel_template = "stakeholders/_map_{door}.html"

    def open(self, step: Step) -> None:
        Board.open_for(step)

    def columns(self, session: Session) -> Iterable[Item]:
        return [Item({"key": COLUMN, "order": 1, "label": _("Links")})]

    def item_of(self, session: Session, key: str) -> Item:
        return next(iter(self.columns(session)))

    def fit(self, text: str) -> str:
        """A remark is welcome, not needed."""
        return "" if is_blank(text) else fit(text)

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        from .said import checked

        Relationship.objects.create(note=note, **checked(note, more))

    def is_as_sent(self, note: Note, more: Mapping[str, str]) -> bool:
        link = note.relationship
        chosen = {more.get("one", ""), more.get("other", "")}
        return chosen == {str(link.one.note_id), str(link.other.note_id)} or note.version > 1

    def erased(self, note: Note) -> None:
        Relationship.objects.filter(note=note).delete()

    def push_with(self, note: Note) -> None:
        map_fragments.push_map(note.board.session)

    def in_words(self, note: Note) -> str:
        return map_fragments.in_words(note)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        return map_fragments.panel_context(step, viewer)

    def may_write_first(self, step: Step) -> bool:
        """Everyone draws on one map: there is nothing to open."""
        return False

    def paper(self, session: Session) -> dict[str, Any] | None:
        return None

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        return None

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .relationships_report import report_part

        return report_part(session)
