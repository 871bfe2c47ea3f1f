"""What an activity with a board adds to an activity."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from workshops.activities import Activity, all_activities
from workshops.content.reading import Item
from workshops.models import Session, Step
from workshops.models.one_row import one_row
from workshops.refusals import Conflict

from .cards import cards_of
from .polled import Polled
from .text import fit

if TYPE_CHECKING:
    from workshops.viewers import Viewer

    from .models import Board, Column, Note


class BoardActivity(Polled, Activity):
    """An activity whose people write notes under the items of one content table.

    `table` names that table; each item gives a column its key, order and label.
    `may_sort`, `may_write` and `may_differ` (see others' notes differently) say in which modes
    of a step people do so; `works_in` in which steps its board is at work: as a rule in
    those of the activity alone.

    What its notes are: `kind` is the sign and colour they carry. `note_template` shows one
    to everyone and `mine_template` to its writer; `note_tags` adds to the signs of a note,
    `note_links` to what is offered on it, `note_controls` to what that opens, and
    `about_column` tells more of a column beside the notes (all are templates; none where
    empty). `beside_notes` names one-to-one rows of this activity that its templates read
    with a note. `votes_each` is how many votes a person has in a step that votes.

    `move_label` stands at the menu that moves a note and does what else there is to sorting.

    The box: `write_label` and `write_hint` stand at it; `write_question` (a template) asks
    there, before it is added, about a note of which `asks_first` has something to ask.

    How its columns speak: `numbered` where they have numbers; `tray` names one that is no
    place of its own but where notes wait to be sorted, and where a writer begins.
    In a grid each shows `folds_at` notes at first. `where_label` stands at the choice of
    one, `columns_label` and `all_columns` name all of them. `none_yet` and `filled_in` say
    of how many `number` columns they are true.
    `column_head` and `column_foot` stand in the columns of the console, `nudges` asks
    there about columns, `tally_more` stands in the tally (all are templates).

    Where more is written than a text, `changes_text` is false: `note_controls` has the form
    for a change. `form_template` then shows what was typed again when a note was refused.
    """

    table = ""
    may_write = frozenset({"write"})
    may_sort = frozenset({"agree"})
    may_differ = frozenset({"agree", "vote", "suggest", "mark"})
    kind = "reason"
    note_template = "boards/_note.html"
    mine_template = "boards/_mine.html"
    note_tags = ""
    note_links = ""
    note_controls = ""
    about_column = ""
    column_head = "boards/_column_ask.html"
    column_foot = ""
    nudges = "boards/_console_nudges.html"
    tally_more = ""
    numbered = True
    tray = ""
    votes_each = 3
    where_label: str | Promise = gettext_lazy("Where it belongs")
    columns_label: str | Promise = gettext_lazy("The columns")
    all_columns: str | Promise = gettext_lazy("All columns")
    none_yet: Any = ngettext_lazy(
        "%(number)d column has none yet.", "%(number)d columns have none yet.", "number"
    )
    filled_in: Any = ngettext_lazy("in %(number)d column.", "in %(number)d columns.", "number")
    move_label: str | Promise = gettext_lazy("Move")
    write_label: str | Promise = gettext_lazy("Your note")
    write_hint: str | Promise = gettext_lazy("No names or real cases, please.")
    write_question = ""
    folds_at = 2
    beside_notes: tuple[str, ...] = ()
    changes_text = True
    form_template = ""

    def columns(self, session: Session) -> Iterable[Item]:
        """The items that give a new board its columns, in order: `key`, `order` and `label`."""
        return session.workshop.content.items(self.table)

    def item_of(self, session: Session, key: str) -> Item:
        """The words of one column in the workshop's content."""
        return session.workshop.content.item(self.table, key)

    def works_in(self, step: Step) -> bool:
        """Say whether people use this activity's board in `step`, which may be another's."""
        return step.activity_key == self.key

    def place(self, board: "Board", key: str) -> "Column | None":
        """Return the column where what is written for `key` belongs; None where there is none.

        Raises Refused where nothing can be written for it any more. In the lock.
        """
        from .models import Column

        return one_row(Column, board_id=board.pk, key=key)

    def lies_in(self, note: "Note") -> str:
        """The key of the place where a note lies that is in no group: its column, or one in it."""
        return note.column.live_key

    def may_change(self, note: "Note", by: "Viewer") -> bool:
        """Say whether a note is this viewer's to change while its board is open."""
        return note.is_by(by)

    def fit(self, text: str) -> str:
        """Return a note's text as it is stored, or raise NotFit."""
        return fit(text)

    def asks_first(self, text: str) -> str:
        """Return what to ask before a note of this text is written; empty to write it at once.

        Only a form without scripts is asked here: elsewhere the page has asked.
        """
        return ""

    def written(self, note: "Note", more: Mapping[str, str]) -> None:
        """Keep what belongs to a new note; `more` are all fields of its form. In the lock."""

    def is_as_sent(self, note: "Note", more: Mapping[str, str]) -> bool:
        """Say whether these fields tell the same of a note as when it came: it is sent again."""
        return True

    def reworded(self, note: "Note") -> None:
        """Say what becomes of what was said of a note's old words. In the lock."""

    def erased(self, note: "Note") -> None:
        """Erase words that stand beside a note, which its writer takes back. In the lock."""

    def push_with(self, note: "Note") -> None:
        """Push what else shows this note, whatever has just become of it. In the lock."""

    def in_words(self, note: "Note") -> str:
        """A note as reports and lists quote it."""
        return note.text

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

        board = self.board_in(session)
        return {"template": "boards/_trays.html", **trays_context(board)} if board else None

    def may_write_first(self, step: Step) -> bool:
        """People write here, and a board knows how to keep a note sealed."""
        return step.mode in self.may_write

    def sealed(self, session: Session) -> dict[str, Any] | None:
        """What waits to be opened on this activity's board."""
        board = self.board_in(session)
        if board is None or not board.is_sealed():
            return None
        return {"key": self.key, "title": self.title, "notes": board.sealed_notes().count()}

    def asks_to_open(self, step: Step) -> bool:
        """People write or sort in this step on a board that is sealed."""
        board = self.board_in(step.session)
        works = step.mode in self.may_write | self.may_sort
        return works and board is not None and board.is_sealed()

    def must_be_open_to_leave(self, step: Step) -> None:
        """Raise Conflict while notes wait: whether they open is for a person to say."""
        board = self.board_in(step.session)
        if board and self.asks_to_open(step) and board.sealed_notes().exists():
            raise Conflict(_("Some notes are not open yet. Open the page again and press Next."))

    def leave(self, step: Step) -> None:
        """What people did in a step they can undo no more; their words from before go."""
        from .models import Deed

        Deed.objects.filter(step=step, board__activity_key=self.key).delete()

    def paper(self, session: Session) -> dict[str, Any] | None:
        """A card for each column with its questions, and what a blank sheet asks for."""
        return {
            "key": self.key,
            "title": self.title,
            "asks": self.write_label,
            "hint": self.write_hint,
            "where": self.where_label,
            "kind": self.kind,
            "cards": cards_of(self.columns(session), self.numbered),
        }

    def board_in(self, session: Session) -> "Board | None":
        """This activity's board; None until its first step has begun."""
        from .models import Board

        return one_row(Board, session_id=session.pk, activity_key=self.key)

    def question(self, step: Step, key: str) -> dict[str, str] | None:
        """The question that goes with one of the columns."""
        for item in step.session.workshop.content.items(self.table):
            if item.key == key:
                return {"title": f"{item.order} {item.label}", "text": item["prompt"]}
        return None


def beside_notes() -> list[str]:
    """Every row that some activity keeps beside its notes: read with them, in one question."""
    boards = [each for each in all_activities() if isinstance(each, BoardActivity)]
    return [name for each in boards for name in each.beside_notes]
