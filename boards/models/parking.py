"""What becomes of a parked note: someone owns it, or it is dropped for a reason."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _

from workshops.refusals import Conflict, NotFit
from workshops.text import is_blank

from ..text import fit
from .note import Note

if TYPE_CHECKING:
    from workshops.models import Session

LONGEST_OWNER = 80
LONGEST_REASON = 160


class Parking(models.Model):
    """What a facilitator said of a parked note at the close. It holds while the note is parked:
    an `owner`, an organisation or a role, or why it was dropped (`dropped_because`).
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="parking")
    owner = models.CharField(max_length=LONGEST_OWNER, blank=True)
    dropped_because = models.CharField(max_length=LONGEST_REASON, blank=True)

    def __str__(self) -> str:
        return self.owner or self.dropped_because

    @property
    def says(self) -> bool:
        """Say whether it is settled: one or the other is there."""
        return bool(self.owner or self.dropped_because)

    @classmethod
    def parked_in(cls, session: "Session") -> list[Note]:
        """The parked notes of every board of a session that everyone sees, in the boards' order.

        Each has what was said of it as `settled`, None while nothing was.
        """
        rows = Note.objects.standing().filter(column__board__session=session, parked=True)
        notes: list[Note] = list(
            rows.select_related("column__board__session", "parking").order_by(
                "column__board", "column__position", "order"
            )
        )
        for note in notes:
            note.settled = getattr(note, "parking", None)
        return notes

    @classmethod
    def settle(cls, note: Note, owner: str, because: str) -> None:
        """Give a parked note an owner or a reason to drop it; with neither, it is open again."""
        from ..parked import push_parked

        with note.board.session.lock():
            note.board.session.must_not_have_ended()
            note.refresh_from_db()
            if not (note.parked and note.stands()):
                raise Conflict(_("This note is not parked any more."))
            said = {
                "owner": "" if is_blank(owner) else fit(owner, LONGEST_OWNER),
                "dropped_because": "" if is_blank(because) else fit(because, LONGEST_REASON),
            }
            if all(said.values()):
                raise NotFit(_("Give it an owner or a reason to drop it, not both."))
            cls.objects.update_or_create(note=note, defaults=said)
            push_parked(note.board.session)
