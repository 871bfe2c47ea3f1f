"""What the group takes from the test: lessons, and what acting and not acting would risk."""

from collections.abc import Mapping
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from boards.models import Note
from workshops.refusals import Conflict, NotFit

from .response import WITH_INDICATORS, Response

LESSON = "lesson"
RISKS = ("if_we_act", "if_we_do_nothing")


class Lesson(models.Model):
    """What a note of the debrief is about. The note's column says whether it is a lesson, a risk
    `if_we_act` or a risk `if_we_do_nothing`; risks are about one of the actions.
    """

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="lesson")
    about = models.ForeignKey(
        Response, null=True, blank=True, on_delete=models.SET_NULL, related_name="lessons"
    )

    @classmethod
    def begin(cls, note: Note, more: Mapping[str, str]) -> "Lesson":
        """Make what stands beside a new note. A risk names the note of its action in `about`;
        without one, as on paper, it is about the top action. Call inside the lock.
        """
        about = action_for(note, more.get("about", "")) if note.column.key in RISKS else None
        return cls.objects.create(note=note, about=about)

    @property
    def action(self) -> Response | None:
        """The action that it is about now: what stands for the one it was written for."""
        if self.about is None or not self.about.note.is_merged():
            return self.about
        return Response.objects.get(note=self.about.note.survivor())


def action_for(note: Note, key: str) -> Response:
    """The action with this id that a risk is about, or the top one. Raises where there is none."""
    from ..difference.actions import Actions

    session = note.board.session
    if not key:
        top = Actions(session).top
        if top is None:
            raise NotFit(_("Choose the action that it is about."))
        return top.response
    found = Response.objects.filter(
        note=uuid_or_none(key),
        note__column__board__session=session,
        note__column__board__activity_key=WITH_INDICATORS,
    ).first()
    if found is None:
        raise NotFit(_("Choose the action that it is about."))
    if found.note.state != "shown":
        raise Conflict(_("This action is not on the board any more. Your text is kept."))
    return found


def uuid_or_none(key: str) -> UUID | None:
    """Read an id of a form; what is none names nothing."""
    try:
        return UUID(key)
    except ValueError:
        return None
