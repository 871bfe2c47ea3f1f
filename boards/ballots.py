"""Reading votes: who gave them and for which family of notes, so that nothing counts twice."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.db.models import Q

if TYPE_CHECKING:
    from .models import Board, Poll


class Given(NamedTuple):
    """What one person has voted for, the newest first, and how many votes are `left`.

    `family` are all the notes that a vote for one of `notes` is a vote for.
    """

    notes: list[UUID]
    family: set[UUID]
    left: int


class Ballots:
    """A poll's votes as they count now.

    Notes that were merged are one: whoever voted for several of them has voted once and has
    the others to give again. A vote for a note that is off the board is its voter's again
    until the note comes back. If by then they have given it elsewhere, the later one counts.
    """

    def __init__(self, poll: "Poll") -> None:
        self.poll = poll
        self.home = survivors_on(poll.board)
        self._rows: dict[int, list[UUID]] = defaultdict(list)
        for pk, note, person in counting(poll).values_list("pk", "note", "participant"):
            # A vote whose voter is forgotten stands for a person of its own.
            self._rows[person or -pk].append(note)

    def of(self, person: int) -> Given:
        """What this participant (a primary key) has given."""
        notes = self._standing(person)
        family = {note for note, home in self.home.items() if home in notes}
        return Given(notes, family, self.poll.votes_each - len(notes))

    def family_of(self, note: UUID) -> set[UUID]:
        """The note, and all that are one with it."""
        home = self.home.get(note)
        return {note} | {each for each, at in self.home.items() if home and at == home}

    def counts(self) -> dict[UUID, int]:
        """How many people voted for each note, by the one that its family goes by."""
        return Counter(note for voter in self._rows for note in self._standing(voter))

    def turnout(self) -> int:
        """How many people have a vote that counts."""
        return sum(bool(self._standing(voter)) for voter in self._rows)

    def that_stay(self) -> list[UUID]:
        """Each vote once, by its note: those that count, and those that still could."""
        return [note for voter in self._rows for note in self._kept(voter)]

    def _standing(self, voter: int) -> list[UUID]:
        homes = [self.home[note] for note in self._rows.get(voter, []) if note in self.home]
        return list(dict.fromkeys(homes))[: self.poll.votes_each]

    def _kept(self, voter: int) -> list[UUID]:
        rows = self._rows[voter]
        newest = {self.home[note]: note for note in reversed(rows) if note in self.home}
        waiting = [note for note in rows if note not in self.home]
        return [*map(newest.__getitem__, self._standing(voter)), *waiting][: self.poll.votes_each]


def counting(poll: "Poll"):
    """The votes of everyone who was in the room when voting closed, the newest first."""
    here = Q(participant=None) | Q(participant__removed_at=None)
    if poll.closed_at:
        here |= Q(participant__removed_at__gt=poll.closed_at)
    return poll.votes.filter(here).order_by("-pk")


def survivors_on(board: "Board") -> dict[UUID, UUID]:
    """For each note that stands on the board, itself or what it was merged into."""
    rows = board.notes().filter(state="shown").values_list("pk", "merged_into")
    into = dict(rows)

    def home(note: UUID) -> UUID:
        while (next_one := into[note]) in into:
            note = next_one
        return note

    return {note: home(note) for note in into}
