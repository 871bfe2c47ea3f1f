"""All notes that everyone sees, exactly once, numbered by board and column."""

from typing import Any

from django.db.models import Prefetch

from boards.models import Board, Column, Note, Parking
from workshops.models import Session

# The first board's notes are 3.1, the second's B3.1, and so on.
LETTERS = ["", *"BCDEFGHIJKLMNOPQRSTUVWXYZ"]


class Appendix:
    """Gives each shown note its number. Only notes numbered here can appear in a report."""

    def __init__(self, sessions: list[Session]) -> None:
        self.numbers: dict[str, str] = {}
        self.used: dict[str, int] = {}
        self.notes: dict[str, dict[str, Any]] = {}
        boards = [board for session in sessions for board in boards_of(session)]
        self.boards = [
            self._board(board, letter) for board, letter in zip(boards, letters(), strict=False)
        ]
        self._settle(sessions)

    def _board(self, board: Board, letter: str) -> dict[str, Any]:
        columns = [self._column(column, letter) for column in board.columns.all()]
        self._name_those_merged(board)
        return {
            "title": str(board.activity.title),
            "session": str(board.session.get_kind_display()),
            "total": sum(len(column["notes"]) for column in columns),
            "columns": columns,
        }

    def _name_those_merged(self, board: Board) -> None:
        """A note that another stands for says by its number which; each is listed once."""
        for column in board.columns.all():
            for note in column.all_notes:
                if note.is_merged():
                    survivor = self.numbers[str(note.survivor().pk)]
                    self.notes[self.numbers[str(note.pk)]]["merged_into"] = survivor

    def _column(self, column: Column, letter: str) -> dict[str, Any]:
        numbers = []
        for place, note in enumerate(column.all_notes, start=1):
            number = f"{letter}{column.position}.{place}"
            self.numbers[str(note.pk)] = number
            self.used[str(note.pk)] = note.version
            self.used |= {dissent.used_as: 0 for dissent in note.dissents.all()}
            self.notes[number] = quoted(note)
            numbers.append(number)
        return {
            "number": column.position,
            "label": column.label,
            "notes": numbers,
            "grouped": any(self.notes[number]["group"] for number in numbers),
        }

    def numbered(self, part: Any) -> Any:
        """Return a part with the notes it names by id called by their numbers.

        What stands under "note" or "notes" is an id or a list of ids; a note that
        is not shown falls out, and with it an entry that was about that note alone.
        """
        if isinstance(part, list):
            return [self.numbered(each) for each in part if not self._is_about_unseen(each)]
        if not isinstance(part, dict):
            return part
        return {name: self._named(name, value) for name, value in part.items()}

    def _named(self, name: str, value: Any) -> Any:
        if name == "note":
            return self.numbers[value]
        if name == "notes":
            return [self.numbers[each] for each in value if each in self.numbers]
        return self.numbered(value)

    def _is_about_unseen(self, entry: Any) -> bool:
        return isinstance(entry, dict) and entry.get("note", "") not in {"", *self.numbers}

    def parked(self) -> list[str]:
        return [number for number, note in self.notes.items() if note["parked"]]

    def _settle(self, sessions: list[Session]) -> None:
        """A parked note says who owns it, or why it was dropped."""
        for each in Parking.objects.filter(note__column__board__session__in=sessions):
            note = self.notes.get(self.numbers.get(str(each.note_id), ""))
            if note and note["parked"]:
                note["settled"] = {"owner": each.owner, "dropped": each.dropped_because}

    def differently(self) -> list[str]:
        return [number for number, note in self.notes.items() if note["differently"]]


def quoted(note: Note) -> dict[str, Any]:
    """A note as the report quotes it: its words and what became of it, nobody's name.

    `said` are the sentences of those who see it differently, in no order of time.
    """
    dissents = note.dissents.all()
    return {
        "text": note.in_words,
        "activity": str(note.board.activity.title),
        "group": note.cluster.name if note.cluster else "",
        "parked": note.parked,
        "differently": len(dissents),
        "said": sorted(each.sentence for each in dissents if each.sentence),
        "for_the_room": note.is_for_the_room,
        "merged_into": "",
    }


def boards_of(session: Session) -> list[Board]:
    """The session's boards in the order of its agenda, with the notes shown on them."""
    shown = Prefetch("notes", Note.objects.shown().with_everything(), to_attr="all_notes")
    columns = Prefetch("columns", Column.objects.prefetch_related(shown))
    order = [step.activity_key for step in session.steps.all()]
    found = session.boards.select_related("session").prefetch_related(columns)
    return sorted(
        found,
        key=lambda board: (
            order.index(board.activity_key) if board.activity_key in order else len(order),
            board.pk,
        ),
    )


def letters():
    """What stands before the numbers of the first, second, third board ..."""
    yield from LETTERS
    number = 27
    while True:
        yield f"Z{number}-"
        number += 1
