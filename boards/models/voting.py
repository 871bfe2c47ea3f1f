"""What people vote for on a board: blind until voting is closed, then for all to see at once."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from live.clock import now
from workshops.models import LogEntry, Participant
from workshops.refusals import Conflict, Gone
from workshops.viewers import Viewer

from .. import vote_fragments as fragments
from ..ballots import Ballots
from .board import Board
from .note import Note


class Poll(models.Model):
    """One vote on a board, in the step with this key: so many votes for each person.

    Nobody is told how it stands before `closed_at`, and nobody's votes change after it.
    A command that gives or takes a vote pushes no note: which one moved would be a tally.
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="polls")
    key = models.SlugField(max_length=50)
    votes_each = models.PositiveSmallIntegerField(default=3)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["board", "key"], name="one_poll_per_board_and_key")
        ]

    def __str__(self) -> str:
        return f"{self.key} on {self.board}"

    @classmethod
    def on(cls, board: Board) -> "Poll | None":
        """What a board shows of votes: what its running step votes on, else the last closed."""
        polls = list(board.polls.all())
        step = board.voting_step() if polls else None
        running = [poll for poll in polls if step and poll.key == step.key]
        closed = [poll for poll in reversed(polls) if poll.closed_at]
        return next(iter([*running, *closed]), None)

    @classmethod
    def tell_again(cls, board: Board) -> None:
        """Show everyone their own votes anew: notes came, went or became one. In the lock.

        All are told, whatever they voted for, so that being told says nothing.
        """
        poll = cls.on(board)
        if poll and poll.takes_votes():
            ballots = Ballots(poll)
            for person in board.session.people_here():
                fragments.push_own_votes(poll, person, ballots)
            fragments.push_turnout(poll)

    def takes_votes(self) -> bool:
        """Say whether its step runs and voting is open; the board may be locked meanwhile."""
        step = self.board.voting_step()
        return self.closed_at is None and step is not None and step.key == self.key

    def vote(self, by: Viewer, note: Note) -> None:
        """Give one of one's own votes to a note. What was given already stays as it is."""
        with self.board.session.lock():
            person = self._voter(by)
            note.refresh_from_db()
            self._must_stand(note)
            mine = Ballots(self).of(person.pk)
            if note.pk in mine.family:
                return
            if not mine.left:
                raise Conflict(self._all_given())
            self.votes.create(note=note, participant=person)
            self._tell(person)

    def withdraw(self, by: Viewer, note: Note) -> None:
        """Take one's own vote for a note back, to give it elsewhere."""
        with self.board.session.lock():
            person = self._voter(by)
            family = Ballots(self).family_of(note.pk)
            self.votes.filter(participant=person, note__in=family).delete()
            self._tell(person)

    def close(self, by: Viewer) -> None:
        """Show everyone how many voted for what; for good."""
        with self.board.session.lock():
            self.board.session.must_not_have_ended()
            self.refresh_from_db(fields=["closed_at"])
            if self.closed_at:
                raise Conflict(_("Voting is closed already."))
            self.closed_at = now()
            self.save(update_fields=["closed_at"])
            LogEntry.objects.create(
                session=self.board.session, user=by.user, act="closed-voting", detail=self.key
            )
            voted_for = Note.objects.with_everything(self.board.activity)
            for note in voted_for.filter(pk__in=self.counts()):
                note.push()
            self.board.session.show_everyone()
            self.board.session.show_facilitators()

    def counts(self) -> dict[UUID, int]:
        """How many voted for each note that anyone voted for; nothing before voting is closed."""
        return Ballots(self).counts() if self.closed_at else {}

    def count(self, notes: Iterable[Note]) -> None:
        """Give each of `notes` its `votes_counted`: 0 before voting is closed."""
        counts = self.counts()
        for note in notes:
            note.votes_counted = counts.get(note.pk, 0)

    def turnout(self) -> int:
        """How many people have given a vote."""
        return Ballots(self).turnout()

    def forget_people(self) -> None:
        """Close voting and drop who gave which vote: the counts stay. Call inside the lock.

        The rows are written anew in an order that says nothing, so that neither they nor
        what was pushed tells of anybody.
        """
        self.closed_at = self.closed_at or now()
        self.save(update_fields=["closed_at"])
        for person in self.votes.exclude(participant=None).values_list("participant", flat=True):
            fragments.forget_own_votes(self, person)
        kept = sorted(Ballots(self).that_stay())
        self.votes.all().delete()
        Vote.objects.bulk_create(Vote(poll=self, note_id=note) for note in kept)

    def _voter(self, by: Viewer) -> Participant:
        """Return who votes, or raise Conflict when this poll takes no vote now."""
        self.refresh_from_db(fields=["closed_at"])
        if not self.takes_votes():
            raise Conflict(_("Voting is closed. Your votes did not change."))
        self.board.must_take_votes()
        assert by.participant is not None
        return by.participant

    def _must_stand(self, note: Note) -> None:
        if note.state == "taken_back":
            raise Gone(_("Its writer has taken this note back."))
        if note.state != "shown" or note.column.board_id != self.board_id:
            raise Conflict(_("This note is not on the board any more."))

    def _all_given(self) -> str:
        return ngettext(
            "You have given your vote. Take it back first.",
            "You have given all %(votes)s votes. Take one back first.",
            self.votes_each,
        ) % {"votes": apnumber(self.votes_each)}

    def _tell(self, person: Participant) -> None:
        """Tell the voter what they have given, and facilitators how many have voted."""
        fragments.push_own_votes(self, person)
        fragments.push_turnout(self)


class Vote(models.Model):
    """One person's vote for one note. After the session it is nobody's."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="votes")
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="votes")
    participant = models.ForeignKey(
        Participant, null=True, on_delete=models.SET_NULL, related_name="votes"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "note", "participant"], name="one_vote_each")
        ]

    def __str__(self) -> str:
        return f"{self.poll_id}: {self.note_id}"
