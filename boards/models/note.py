import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from live.clock import now
from live.rooms import gone, push
from workshops.models import Participant, Step
from workshops.models.coming_back import TAKE_BACK_FOR
from workshops.viewers import Viewer

from .. import fragments
from .board import Board, Column
from .cluster import Cluster
from .sorting import Sorting
from .tending import Tending
from .writing import Writing

NEWEST_FIRST = 99_999_999


class State(models.TextChoices):
    SHOWN = "shown", _("Shown")
    LATE = "late", _("Late")
    HIDDEN = "hidden", _("Hidden")
    TAKEN_BACK = "taken_back", _("Taken back")


class Notes(models.QuerySet):
    def shown(self) -> "Notes":
        """The notes that everyone sees."""
        return self.filter(state=State.SHOWN)

    def on_board(self) -> "Notes":
        """Those shown, and what is left of one taken back that others have answered."""
        answered = models.Exists(Dissent.objects.filter(note=models.OuterRef("pk")))
        return self.filter(
            models.Q(state=State.SHOWN) | (models.Q(state=State.TAKEN_BACK) & answered)
        )

    def with_everything(self) -> "Notes":
        """What a fragment needs, in two queries."""
        return self.select_related("column__board", "cluster").prefetch_related("dissents")


class Note(Writing, Sorting, Tending, models.Model):
    """A post-it: at most 280 characters by a participant, or entered for the room.

    Its UUID comes from the writer's browser and makes creating it safe to repeat.
    `version` rises with each change and is the base that a later change names.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    column = models.ForeignKey(Column, on_delete=models.PROTECT, related_name="notes")
    cluster = models.ForeignKey(
        Cluster, null=True, blank=True, on_delete=models.SET_NULL, related_name="notes"
    )
    writer = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="notes"
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    step = models.ForeignKey(Step, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    order = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.SHOWN)
    parked = models.BooleanField(default=False)
    hidden_because = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField(default=now)

    objects = Notes.as_manager()

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def board(self) -> Board:
        return self.column.board

    @property
    def live_key(self) -> str:
        return f"note-{self.pk}"

    @property
    def live_into(self) -> str:
        return self.cluster.live_key if self.cluster else self.column.live_key

    @property
    def live_order(self) -> str:
        """Loose notes come after the clusters of their column."""
        return f"b{self.order:08d}"

    @property
    def mine_order(self) -> str:
        """Among one's own notes the newest comes first."""
        return f"{NEWEST_FIRST - self.order:08d}"

    @property
    def is_for_the_room(self) -> bool:
        return self.entered_by_id is not None

    def is_by(self, viewer: Viewer) -> bool:
        """Say whether this viewer wrote the note."""
        person = viewer.participant
        return person is not None and person.pk == self.writer_id

    def may_be_taken_back(self) -> bool:
        """A writer may take a note back until seven days after the session."""
        ended = self.board.session.ended_at
        return self.state != State.TAKEN_BACK and (ended is None or now() < ended + TAKE_BACK_FOR)

    def push(self) -> None:
        """Show the note as it is now to everyone who may see it. Call inside the lock."""
        room = self.board.room_key
        if self.state == State.SHOWN or (self.dissents.exists() and not self.text):
            push(
                room,
                self.live_key,
                fragments.note(self),
                into=self.live_into,
                order=self.live_order,
            )
        elif self.state != State.LATE:  # nobody was sent a late one: its key is not theirs to know
            gone(room, self.live_key)
        if self.writer:
            self._push_to_writer(room, self.writer)
        fragments.push_tally(self.board)

    def push_trays(self) -> None:
        """Show facilitators the late and hidden notes anew. Call inside the lock."""
        fragments.push_trays(self.board)

    def _push_to_writer(self, room: str, writer: Participant) -> None:
        key = f"mine-{self.pk}"
        if self.state == State.TAKEN_BACK:
            gone(room, key)
            return
        push(
            room,
            key,
            fragments.mine(self),
            into=f"mine-{self.column.live_key}",
            order=self.mine_order,
            audience=writer.identity,
        )


class Dissent(models.Model):
    """One participant's "I see it differently" on a note, with a sentence if they like."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="dissents")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="dissents")
    sentence = models.CharField(max_length=280, blank=True)
    said_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["said_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["note", "participant"], name="one_dissent_each")
        ]

    @property
    def used_as(self) -> str:
        """What a report calls it in its list of the words it quotes."""
        return f"dissent-{self.pk}"
