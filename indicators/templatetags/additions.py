"""What the templates ask about proposed indicators, whichever step they stand in."""

from collections.abc import Mapping
from typing import Any

from django import template

from boards.models import Note
from workshops.models import Session
from workshops.viewers import Viewer

from ..additions.said import FIELDS
from ..additions.showing import asked_of, deciding_context, suggesting_context

register = template.Library()


@register.simple_tag
def suggesting(session: Session, viewer: Viewer) -> dict[str, Any]:
    """What the form for a proposal needs; empty where there is no board for it."""
    return suggesting_context(session, viewer)


@register.simple_tag
def to_decide(session: Session) -> dict[str, Any]:
    """What a facilitator decides on."""
    return deciding_context(session)


@register.simple_tag
def asked_about(note: Note) -> list:
    """What a proposal may be the same as, for whoever wrote it."""
    return asked_of(note)


@register.simple_tag
def fields_beside(said: Mapping[str, str] | Any = None) -> list[tuple[str, Any, str]]:
    """The fields beside the label: name, question, and what was said or typed."""

    def words(name: str) -> str:
        if isinstance(said, Mapping):
            return said.get(name, "")
        return getattr(said, name, "") if said else ""

    return [(name, question, words(name)) for name, question in FIELDS.items()]
