"""A workshop's stakeholders and links as the map shows them: read from rows, through merges."""

from dataclasses import dataclass
from functools import cached_property

from boards.models import Note
from workshops.models import Workshop

from .models.relationship import Relationship
from .models.stakeholder import Stakeholder
from .network import Network, Node, Tie


@dataclass(frozen=True)
class Row:
    """A link whose two ends are on the board: the rows, and the notes that stand for its ends."""

    link: Relationship
    one: Note
    other: Note


class Chart:
    """Who is on the board, and what is said of two of them, in any session of a workshop.

    A link is left out, and comes back by itself, while one of its stakeholders is not on the
    board or while both are one, merged. Two questions to the database, however many there are.
    """

    def __init__(self, workshop: Workshop) -> None:
        people = Stakeholder.objects.filter(workshop=workshop).select_related("note__column__board")
        self.people = list(people.order_by("note__column__position", "note__order"))
        notes = {each.note_id: each.note for each in self.people}
        for note in notes.values():  # so that asking who stands for it asks no rows
            note.merged_into = notes[note.merged_into_id] if note.merged_into_id else None
        self.rows = self._rows_of(workshop)

    def _rows_of(self, workshop: Workshop) -> list[Row]:
        standing = {each.pk: each.note.survivor() for each in self.people}
        found = Relationship.objects.of(workshop).shown().select_related("note__column")
        rows = [Row(link, standing[link.one_id], standing[link.other_id]) for link in found]
        return [row for row in rows if row.one != row.other and shown(row.one) and shown(row.other)]

    @cached_property
    def on_board(self) -> list[Note]:
        """The notes of all stakeholders that stand by themselves, by kind and in board order."""
        return [each.note for each in self.people if each.note.stands()]

    @cached_property
    def key_ones(self) -> set[Note]:
        """Those of them that were marked as key, before or after a merge."""
        return {each.note.survivor() for each in self.people if each.key and shown(each.note)}

    @cached_property
    def network(self) -> Network:
        """The key stakeholders and whoever has a link; all of them where none is key."""
        linked = {note for row in self.rows for note in (row.one, row.other)}
        wanted = linked | self.key_ones if self.key_ones else set(self.on_board)
        nodes = [self._node(note) for note in self.on_board if note in wanted]
        return Network(tuple(nodes), tuple(tie(row) for row in self.rows))

    def _node(self, note: Note) -> Node:
        return Node(str(note.pk), note.text, note.column.key, note in self.key_ones)


def shown(note: Note) -> bool:
    return note.state == "shown"


def tie(row: Row) -> Tie:
    """A row of the list as the network counts it."""
    link = row.link
    return Tie(
        str(link.note_id),
        str(row.one.pk),
        str(row.other.pk),
        link.status,
        link.strength,
        link.purpose_clear,
        link.contact,
        link.stand_in,
    )
