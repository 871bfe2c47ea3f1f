"""Who matters in this system: name them, sort them, pick the key ones and the missing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from boards.activities import BoardActivity
from boards.models import Board, Note
from boards.person_names import looks_like_a_person
from workshops.activities import register
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.viewers import Viewer

from . import kinds, questions
from .map_fragments import push_map
from .models import Stakeholder
from .picked import push_if_seen
from .relationships import Relationships


class Stakeholders(BoardActivity):
    """Four columns and a tray of names; each note is a stakeholder."""

    key = "stakeholders"
    title = _("Stakeholders")
    table = kinds.TABLE
    tray = kinds.TRAY
    numbered = False
    may_sort = frozenset({"agree", "vote"})
    kind = "stakeholder"
    beside_notes = ("stakeholder",)
    note_tags = "stakeholders/_note_tags.html"
    note_links = "stakeholders/_note_links.html"
    note_controls = "stakeholders/_note_controls.html"
    write_question = "boards/_name_question.html"
    folds_at = 4
    tally_more = "stakeholders/_fewest.html"
    column_head = "stakeholders/_ask_console.html"
    nudges = "stakeholders/_nudges_console.html"
    about_column = "stakeholders/_about.html"
    move_label = _("Sort")
    write_label = _("Who matters in this system?")
    write_hint = _("An organisation, a role or a group. No private names.")
    where_label = _("Which kind?")
    columns_label = _("The four kinds, and those not sorted yet")
    all_columns = _("All kinds")
    none_yet = ngettext_lazy(
        "%(number)d kind has none yet.", "%(number)d kinds have none yet.", "number"
    )
    filled_in = ngettext_lazy("in %(number)d kind.", "in %(number)d kinds.", "number")
    urls = "stakeholders.urls"
    panel_template = "stakeholders/_panel_{door}.html"
    look_back_template = "stakeholders/_look_back.html"

    def open(self, step: Step) -> None:
        Board.open_for(step)

    def columns(self, session: Session) -> Iterable[Item]:
        content = session.workshop.content
        return [*kinds.kinds(content), kinds.tray(content)]

    def item_of(self, session: Session, key: str) -> Item:
        return kinds.kind(session.workshop.content, key)

    def asks_first(self, text: str) -> str:
        if not looks_like_a_person(text):
            return ""
        return gettext(
            "Is this the name of a person? Write the role or the organisation instead, if you can."
        )

    def written(self, note: Note, more: Mapping[str, str]) -> None:
        Stakeholder.begin(note)

    def erased(self, note: Note) -> None:
        Stakeholder.objects.filter(note=note).update(approached_by="")

    def push_with(self, note: Note) -> None:
        push_map(note.board.session)
        push_if_seen(note)
        questions.push(note.board)

    def panel(self, step: Step, viewer: Viewer) -> dict[str, Any]:
        from .panel import panel_context

        return panel_context(step, viewer)

    def look_back(self, session: Session) -> dict[str, Any] | None:
        from .look_back import look_back

        return look_back(session)

    def voices_missing(self, session: Session) -> list[dict[str, str]]:
        from .look_back import voices_missing

        return voices_missing(session)

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import report_part

        return report_part(session)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        found = kinds.prompt_of(step.session.workshop.content, key)
        return {"title": found[0].label, "text": found[1]} if found else None


register(Stakeholders(), Relationships())
