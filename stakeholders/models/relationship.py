"""A link between two stakeholders as the group sees it (domain brief 4.10)."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.models import Note
from workshops.models import Workshop
from workshops.refusals import NotAllowed
from workshops.viewers import Viewer

from .stakeholder import Stakeholder

LONGEST_ROLE = 80


class Status(models.TextChoices):
    """Only existing links count in what the map says; wanted ones are to be built."""

    EXISTING = "existing", gettext_lazy("Exists today")
    WANTED = "wanted", gettext_lazy("Wanted")


class Strength(models.TextChoices):
    WEAK = "weak", gettext_lazy("Weak")
    WORKING = "working", gettext_lazy("Working")
    STRONG = "strong", gettext_lazy("Strong")


class Relationships(models.QuerySet):
    def of(self, workshop: Workshop) -> "Relationships":
        """Those that were put down in any session of a workshop, the first one first."""
        rows = self.filter(note__column__board__session__workshop=workshop)
        return rows.order_by("note__column__board", "note__order")

    def shown(self) -> "Relationships":
        """Those that everyone may see, whatever has become of their ends."""
        return self.filter(note__state="shown")


class Relationship(models.Model):
    """What is said of two stakeholders beside a note, whose text is a remark or nothing.

    It has no direction. `contact` is the role that holds the link, never a person's name,
    and `stand_in` says whether another could. The ends are the stakeholders that were
    chosen: what stands for them now is a question to their notes (`survivor`).
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="relationship")
    one = models.ForeignKey(Stakeholder, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Stakeholder, on_delete=models.CASCADE, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.EXISTING)
    strength = models.CharField(max_length=10, choices=Strength, default=Strength.WORKING)
    purpose_clear = models.BooleanField(default=True)
    contact = models.CharField(max_length=LONGEST_ROLE, blank=True)
    stand_in = models.BooleanField(default=False)

    objects = Relationships.as_manager()

    class Meta:
        ordering = ["note__order"]

    def __str__(self) -> str:
        return f"{self.one} – {self.other}"

    @property
    def ends(self) -> tuple[Note, Note]:
        """The notes that stand for its two stakeholders now."""
        return self.one.note.survivor(), self.other.note.survivor()

    def is_drawn(self) -> bool:
        """Say whether both ends are on the board, and are two: not so after one was merged
        into the other, or while one is hidden."""
        one, other = self.ends
        return one != other and one.state == other.state == "shown"

    def change(self, by: Viewer, text: str, base: int, said: Mapping[str, str]) -> None:
        """Replace everything that is said of the link; `base` is the version that was seen.

        Its writer may while the board is open, facilitators until the session has ended.
        """
        from ..said import checked

        note = self.note
        with note.board.session.lock():
            note.refresh_from_db()
            self.refresh_from_db()
            self.must_be_changeable(by)
            note.must_be_at(base)
            for name, value in checked(note, said).items():
                setattr(self, name, value)
            self.save()
            note.text, note.version = note.board.activity.fit(text), note.version + 1
            note.save()
            if note.state in ("late", "hidden"):
                note.push_trays()
            note.push()

    def must_be_changeable(self, by: Viewer) -> None:
        """Raise unless `by` wrote it, or is a facilitator."""
        if "facilitator" in by.roles and self.note.state in ("shown", "late", "hidden"):
            return self.note.board.session.must_not_have_ended()
        if not self.note.is_by(by):
            raise NotAllowed(_("Only its writer and the facilitator can change a link."))
        self.note.must_be_by(by)
        self.note.board.must_be_open()
