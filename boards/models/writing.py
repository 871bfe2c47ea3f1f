"""What a writer does with a note: write it, change it, take it back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from workshops.models.one_row import one_row
from workshops.refusals import Conflict, Gone, NotAllowed
from workshops.rights import may
from workshops.viewers import Viewer

from ..departures import words_go
from .deeds import Deed
from .remembering import undoable, votes_return

if TYPE_CHECKING:
    from .board import Board
    from .note import Note


class Writing:
    """Each verb locks the room, checks, changes the row and pushes in its last line."""

    @classmethod
    def write(
        cls: "type[Note]",
        board: "Board",
        by: Viewer,
        key: UUID,
        column: str,
        text: str,
        more: Mapping[str, str] | None = None,
    ) -> "Note":
        """Write a note with the UUID `key`, or return the one written with it before.

        A note for a board that is no longer open is kept for the late tray, one for a
        board that is sealed is sealed, whenever it comes: it opens with the others. The
        same UUID with another text, or from another person, is a Conflict. `more` are the
        fields of the form that only the board's activity knows.
        """
        with board.session.lock() as room:
            known = one_row(cls, id=key)
            if known:
                return known.same_as(by, board, text, more or {})
            if not by.participant:
                board.session.must_not_have_ended()
            note = cls(pk=key, column=board.column(column), text=board.activity.fit(text), order=0)
            note.writer = by.participant
            board.must_have_room(note.writer, room.head)
            # Whoever is no participant has passed a right that only signed-in people have.
            note.entered_by = None if by.participant else by.user  # type: ignore[assignment]
            note.step = board.running_step()
            is_open = board.lets_in(note.step) or not by.participant
            note.state = "sealed" if board.is_sealed() else "shown" if is_open else "late"
            note.order = room.head + 1
            note.save(force_insert=True)
            board.activity.written(note, more or {})
            if note.state == "late":
                note.push_trays()
            note.push_new()
            return note

    def same_as(
        self: "Note", by: Viewer, board: "Board", text: str, more: Mapping[str, str]
    ) -> "Note":
        """Return this note if `by` wrote it here with these words, else raise."""
        entered = by.participant is None and by.user is not None and self.entered_by == by.user
        if not (self.is_by(by) or entered) or self.column.board_id != board.pk:
            raise Conflict(_("This note's number is taken. Your text is kept: send it again."))
        if self.state == "taken_back":
            raise Gone(_("You have taken this note back."))
        same = self.text == board.activity.fit(text) and board.activity.is_as_sent(self, more)
        if self.version == 1 and not same:
            raise Conflict(_("This was sent before with other words. Your text is kept."))
        return self

    @undoable("change")
    def change(self: "Note", by: Viewer, text: str, base: int) -> None:
        """Replace one's own text while the board is open; `base` is the version seen.

        Where a note is everyone's, its activity lets others change it too.

        What was entered for the room is changed by whoever enters such notes, until the end.
        """
        with self.board.session.lock():
            self.refresh_from_db()
            if self.was_entered_by_one_like(by):
                self.board.session.must_not_have_ended()
            else:
                self.must_be_for(by)
                self.board.must_be_open()
            self.must_be_at(base)
            before, self.text = self.text, self.board.activity.fit(text)
            self.version += 1
            self.save()
            if self.text != before:
                self.board.activity.reworded(self)
            if self.state in ("late", "hidden"):
                self.push_trays()
            self.push()

    def take_back(self: "Note", by: Viewer) -> None:
        """Erase one's own note everywhere, for good.

        What others said about it stays, under "Taken back by its writer".
        """
        from .parking import Parking  # which names this model

        with self.board.session.lock():
            self.refresh_from_db()
            self.must_be_by(by)
            if not self.may_be_taken_back():
                raise Conflict(_("The time for taking notes back is over."))
            cluster, was_parked = self.cluster, self.parked
            self.text, self.state, self.cluster = "", "taken_back", None
            self.hidden_because, self.parked, self.version = "", False, self.version + 1
            self.save()
            self.dissents.filter(sentence="").delete()
            Deed.forget(self)
            self.votes.all().delete()
            votes_return(self.board)
            Parking.objects.filter(note=self).delete()
            self.board.activity.erased(self)
            if cluster:
                cluster.go_if_empty()
            words_go(self.board)
            self.push_trays()
            self.push()
            self.push_members()
            if was_parked:
                self.push_parked()

    def was_entered_by_one_like(self: "Note", by: Viewer) -> bool:
        """Say whether it is a note for the room, and `by` one of those who enter them."""
        return self.is_for_the_room and may(by, "enter_note")

    def must_be_for(self: "Note", by: Viewer) -> None:
        """Raise NotAllowed unless `by` may change it, Gone when it was taken back."""
        if not self.board.activity.may_change(self, by):
            raise NotAllowed(_("Only its writer can do that with a note."))
        if self.state == "taken_back":
            yours = self.is_by(by)
            words = _("You have taken this note back.")
            raise Gone(words if yours else _("Its writer has taken this note back."))

    def must_be_by(self: "Note", by: Viewer) -> None:
        """Raise NotAllowed unless `by` wrote it, Gone when it was taken back."""
        if not self.is_by(by):
            raise NotAllowed(_("Only its writer can do that with a note."))
        if self.state == "taken_back":
            raise Gone(_("You have taken this note back."))

    def must_be_at(self: "Note", base: int) -> None:
        """Raise Conflict when the note has changed since version `base`."""
        if self.version != base:
            raise Conflict(_("Someone has moved or changed it since. Look at it, then try again."))
