"""Who matters in this system: an organisation, a role or a group, never a private person."""

from django.db import models

from boards.models import Note
from workshops.models import Session, Workshop

from .belonging import Belonging
from .marking import LONGEST_APPROACHER, Marking


class Stakeholder(Marking, Belonging, models.Model):
    """What is known of one stakeholder beside its note, whose text is its name.

    It belongs to the workshop and says from which session it came (domain brief 2.2).
    Its category is the note's column; `second_category` is the key of another, where the
    border is blurred. `approached_by` says who will ask one who is not in the room.

    Flags are read through the family, the stakeholders that were merged: whatever is true
    of one of them is true of what they are now.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="stakeholder")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="stakeholders")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="stakeholders")
    second_category = models.SlugField(max_length=60, blank=True)
    key = models.BooleanField(default=False)
    not_in_the_room = models.BooleanField(default=False)
    most_affected = models.BooleanField(default=False)
    approached_by = models.CharField(max_length=LONGEST_APPROACHER, blank=True)

    class Meta:
        ordering = ["note__order"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def begin(cls, note: Note) -> "Stakeholder":
        """Make the stakeholder of a new note. Call inside the lock."""
        session = note.board.session
        return cls.objects.create(note=note, session=session, workshop_id=session.workshop_id)

    @property
    def name(self) -> str:
        return self.note.text

    @property
    def category(self) -> str:
        """The key of its column; that of the tray while nobody has sorted it."""
        return self.note.column.key

    def family(self) -> list["Stakeholder"]:
        """This stakeholder and those that were merged into it."""
        return [note.stakeholder for note in self.note.family()]

    @property
    def is_key(self) -> bool:
        return any(each.key for each in self.family())

    @property
    def is_not_in_the_room(self) -> bool:
        return any(each.not_in_the_room for each in self.family())

    @property
    def is_most_affected(self) -> bool:
        return any(each.most_affected for each in self.family())

    @property
    def asked_by(self) -> str:
        """Who will approach them, as the facilitator wrote it; empty while nobody will."""
        return next((each.approached_by for each in self.family() if each.approached_by), "")

    @property
    def also_in(self) -> list[str]:
        """The labels of the second categories of the family, without its own column."""
        board = self.note.board
        return [board.activity.item_of(board.session, key).label for key in self.also_keys]

    @property
    def also_keys(self) -> list[str]:
        """The keys of the second categories of the family, without its own column."""
        keys = dict.fromkeys(each.second_category for each in self.family())
        return [key for key in keys if key and key != self.category]
