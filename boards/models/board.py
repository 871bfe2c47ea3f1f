from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _

from workshops import limits
from workshops.activities import activity
from workshops.content.reading import Item
from workshops.models import Participant, Session, Step
from workshops.models.one_row import one_row
from workshops.models.step import Mode
from workshops.refusals import Conflict, NotFit

from .. import fragments
from ..activities import BoardActivity
from .sealing import Sealing

if TYPE_CHECKING:
    from .note import Notes


class Board(Sealing, models.Model):
    """The shared space of one activity in one session: columns and notes."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="boards")
    activity_key = models.SlugField(max_length=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "activity_key"], name="one_board_per_activity"
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity_key} in {self.session}"

    @classmethod
    def open_for(cls, step: Step, activity_key: str = "") -> "Board":
        """Return the board of a step's activity, or of another that is at work in it.

        The board is made on its first opening, and a column whenever there is a new item.
        """
        key = activity_key or step.activity_key
        board, _is_new = cls.objects.get_or_create(session=step.session, activity_key=key)
        board.bring_columns()
        if step.mode == Mode.VOTE and key == step.activity_key:
            board.open_poll(step)
        if step.write_first:
            fragments.push_tally(board)  # which says from now on that notes are sealed
        return board

    def bring_columns(self) -> None:
        """Make a column for each item that has none yet. Call inside the lock."""
        known = set(self.columns.values_list("key", flat=True))
        self.columns.bulk_create(
            Column(board=self, key=item.key, position=item.order, label=item.label)
            for item in self.activity.columns(self.session)
            if item.key not in known
        )

    def open_poll(self, step: Step) -> None:
        """Let people vote on this board in `step`; what was closed before stays closed."""
        each = {"votes_each": self.activity.votes_each}
        self.polls.get_or_create(key=step.key, defaults=each)

    @property
    def activity(self) -> "BoardActivity":
        found = activity(self.activity_key)
        assert isinstance(found, BoardActivity)
        return found

    @property
    def room_key(self) -> str:
        return self.session.room_key

    def running_step(self) -> Step | None:
        """The step that works on this board now, its session read anew; None when elsewhere."""
        step = self._step_now()
        return step if step and self.activity.works_in(step) else None

    def voting_step(self) -> Step | None:
        """The step in which people can vote on this board now; None when elsewhere."""
        step = self._step_now()
        return step if step and self.activity.votes_in(step) else None

    def _step_now(self) -> Step | None:
        session = one_row(Session, id=self.session_id)
        return session.current_step() if session else None

    def is_open(self) -> bool:
        """Say whether people may write and sort here: its step runs and nothing locks it."""
        return self.lets_in(self.running_step())

    def lets_in(self, step: Step | None) -> bool:
        """Say whether `step`, the running one, is one in which people write and sort."""
        return step is not None and step.mode != Mode.READ and not step.session.board_locked

    def must_be_open(self) -> None:
        """Raise Conflict when the board is closed."""
        self._must_let_in(self.running_step())

    def must_take_votes(self) -> None:
        """Raise Conflict when people cannot vote here, or the board is locked."""
        self._must_let_in(self.voting_step())

    def _must_let_in(self, step: Step | None) -> None:
        if not self.lets_in(step):
            raise Conflict(_("The board is closed for now. You can read it."))

    def must_have_room(self, writer: Participant | None, head: int) -> None:
        """Raise NotFit when the writer or the board has as many notes as they may.

        Each note takes a number of the room's, so below these heads nobody needs to count.
        """
        if writer and head >= limits.NOTES_OF_ONE <= writer.notes.count():
            most = {"most": limits.NOTES_OF_ONE}
            raise NotFit(_("You have written %(most)s notes, the most that one person can.") % most)
        if head >= limits.NOTES_ON_A_BOARD <= self.notes().count():
            most = {"most": limits.NOTES_ON_A_BOARD}
            raise NotFit(_("This board is full: it has %(most)s notes.") % most)

    def column(self, key: str) -> "Column":
        """Return the column named `key`, or raise NotFit."""
        found = self.activity.place(self, key)
        if found is None:
            raise NotFit(_("Choose where the note belongs."))
        return found

    def notes(self) -> "Notes":
        """Every note that was ever written here."""
        from .note import Note

        return Note.objects.filter(column__board=self)


class Column(models.Model):
    """A place on a board: for the diagnosis one of the eight characteristics."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="columns")
    key = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=120)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["board", "key"], name="one_column_per_key")]

    def __str__(self) -> str:
        return f"{self.position} {self.label}" if self.board.activity.numbered else self.label

    @property
    def is_tray(self) -> bool:
        """Say whether its notes are still to be sorted into one of the others."""
        return self.key == self.board.activity.tray

    @property
    def live_key(self) -> str:
        """The key of this column's changes, and where its items go."""
        return f"column-{self.pk}"

    @property
    def item(self) -> Item:
        """This column's words in the workshop's content (description, prompt, examples)."""
        return self.board.activity.item_of(self.board.session, self.key)
