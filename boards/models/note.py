import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from live.clock import now
from live.models import ALL, SERVER
from live.rooms import gone, push
from workshops.models import Participant, Step
from workshops.models.coming_back import TAKE_BACK_FOR
from workshops.rights import may
from workshops.viewers import Viewer

from .. import fragments
from ..activities import BoardActivity, beside_notes
from .board import Board, Column
from .cluster import Cluster
from .merging import Merging
from .sorting import Sorting
from .tending import Tending
from .writing import Writing

NEWEST_FIRST = 99_999_999


class State(models.TextChoices):
    SHOWN = "shown", _("Shown")
    SEALED = "sealed", _("Sealed")
    LATE = "late", _("Late")
    HIDDEN = "hidden", _("Hidden")
    TAKEN_BACK = "taken_back", _("Taken back")


STANDS = models.Q(state=State.SHOWN) & ~models.Q(merged_into__state=State.SHOWN)


class Notes(models.QuerySet):
    def shown(self) -> "Notes":
        """The notes that everyone sees."""
        return self.filter(state=State.SHOWN)

    def sealed(self) -> "Notes":
        """The notes that their writers alone see, until all of them open."""
        return self.filter(state=State.SEALED)

    def standing(self) -> "Notes":
        """The notes that everyone sees by themselves: those shown and not merged into another."""
        return self.filter(STANDS)

    def on_board(self) -> "Notes":
        """Those standing, and what is left of one taken back that others have answered."""
        answered = models.Exists(Dissent.objects.filter(note=models.OuterRef("pk")))
        return self.filter(STANDS | (models.Q(state=State.TAKEN_BACK) & answered))

    def with_everything(self, of: "BoardActivity | None" = None) -> "Notes":
        """What a fragment needs, in three queries, and two more where notes were merged.

        Where all notes are of one activity's board, only its own rows beside them are read.
        """
        beside = of.beside_notes if of else beside_notes()
        rows = self.select_related("column__board", "cluster", "merged_into", *beside)
        members = Note.objects.select_related(*beside).prefetch_related("dissents")
        twice = members.prefetch_related(models.Prefetch("merged", members))
        return rows.prefetch_related("dissents", models.Prefetch("merged", twice))


class Note(Writing, Sorting, Merging, Tending, models.Model):
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
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )
    apart_from = models.ManyToManyField("self", blank=True)
    text = models.TextField()
    order = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.SHOWN)
    parked = models.BooleanField(default=False)
    hidden_because = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField(default=now)

    votes_counted = 0  # how many voted for it, once that is known: see Poll.count
    is_new = False  # while it is pushed for the first time: see push_new

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
        return self.cluster.live_key if self.cluster else self.board.activity.lies_in(self)

    @property
    def live_order(self) -> str:
        """Loose notes come after the clusters of their column."""
        return f"b{self.order:08d}"

    @property
    def mine_order(self) -> str:
        """Among one's own notes the newest comes first."""
        return f"{NEWEST_FIRST - self.order:08d}"

    @property
    def mine_key(self) -> str:
        return f"mine-{self.pk}"

    @property
    def mine_into(self) -> str:
        """Sealed notes have a list of their own: opening one moves its line and changes no word."""
        own_list = "sealed" if self.state == State.SEALED else "mine"
        return f"{own_list}-{self.board.activity.lies_in(self)}"

    @property
    def in_words(self) -> str:
        """The note as reports and lists quote it."""
        return self.board.activity.in_words(self)

    @property
    def is_for_the_room(self) -> bool:
        return self.entered_by_id is not None

    def is_by(self, viewer: Viewer) -> bool:
        """Say whether this viewer wrote the note."""
        person = viewer.participant
        return person is not None and person.pk == self.writer_id

    def may_be_known_to(self, viewer: Viewer) -> bool:
        """Say whether this viewer may learn that there is such a note."""
        if self.is_by(viewer) or self.state == State.SHOWN:
            return True
        return self.state != State.SEALED and may(viewer, "hide_note")

    def may_be_taken_back(self) -> bool:
        """A writer may take a note back until seven days after the session."""
        ended = self.board.session.ended_at
        return self.state != State.TAKEN_BACK and (ended is None or now() < ended + TAKE_BACK_FOR)

    def push(self) -> None:
        """Show the note as it is now to everyone who may see it. Call inside the lock."""
        room = self.board.room_key
        if self.state == State.SEALED:
            self._push_to(SERVER)
        elif self.stands() or (self.dissents.exists() and not self.text):
            self.push_to_all()
        elif self.state != State.LATE:  # nobody was sent a late one: its key is not theirs to know
            gone(room, self.live_key)
        self.push_survivor()
        if self.writer:
            self._push_to_writer(room, self.writer)
        fragments.push_tally(self.board)
        self.board.activity.push_with(self)
        if self.parked:
            self.push_parked()

    def push_new(self) -> None:
        """Show a note just written: nothing was merged into it yet, and nobody has answered.

        That saves asking, which a room of many people would feel. Call inside the lock.
        """
        self.is_new = True
        try:
            self.push()
        finally:
            self.is_new = False

    def push_to_all(self) -> None:
        """Show everyone the note as it is now, and nothing else. Call inside the lock."""
        self._push_to(ALL)

    def _push_to(self, audience: str) -> None:
        """A sealed note is laid down for nobody, ready to be moved as it is when all open."""
        push(
            self.board.room_key,
            self.live_key,
            fragments.note(self),
            into=self.live_into,
            order=self.live_order,
            audience=audience,
        )

    def push_trays(self) -> None:
        """Show facilitators the late and hidden notes anew. Call inside the lock."""
        fragments.push_trays(self.board)

    def _push_to_writer(self, room: str, writer: Participant) -> None:
        if self.state == State.TAKEN_BACK:
            gone(room, self.mine_key)
            return
        push(
            room,
            self.mine_key,
            fragments.mine(self),
            into=self.mine_into,
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
