"""What the templates of a board ask: a number for a form, whose note it is, how many."""

from datetime import datetime
from uuid import UUID, uuid4

from django import template
from django.db.models import QuerySet

from workshops.models import Session
from workshops.viewers import Viewer

from .. import person_names
from ..models import Note
from ..models.note import TAKE_BACK_FOR

register = template.Library()


@register.simple_tag
def new_uuid() -> UUID:
    """A fresh number: the browser without scripts sends each form once."""
    return uuid4()


@register.simple_tag
def own_notes(viewer: Viewer) -> "QuerySet[Note]":
    """What a participant has written in this session and not taken back."""
    notes = Note.objects.filter(writer=viewer.participant).exclude(state="taken_back")
    return notes.with_everything() if viewer.participant else notes.none()


@register.simple_tag
def take_back_until(session: Session) -> datetime | None:
    """The last day on which a writer may take a note back; None while the session runs."""
    return session.ended_at + TAKE_BACK_FOR if session.ended_at else None


@register.simple_tag
def person_lists() -> dict[str, list[str]]:
    """The lists of the rule that asks about names, for the same rule in the browser."""
    return person_names.LISTS
