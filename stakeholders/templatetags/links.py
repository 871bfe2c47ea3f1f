"""What the templates of the map ask: what may be chosen, what a form says, what if."""

from collections.abc import Mapping
from typing import Any

from django import template

from boards.models import Note
from workshops.models import Workshop

from ..charting import Chart
from ..map_fragments import Ends, ends_of
from ..models.relationship import Status, Strength
from ..network import Absence, Network, without
from ..pictures import Picture
from ..relationships_report import redrawn

register = template.Library()

NEW = {"status": Status.EXISTING, "strength": Strength.WORKING, "purpose_clear": "yes"}


@register.simple_tag
def ends_in(workshop: Workshop) -> list[Ends]:
    """The stakeholders that a link may join, by kind."""
    return ends_of(Chart(workshop))


@register.simple_tag
def statuses() -> list[tuple[str, Any]]:
    return Status.choices


@register.simple_tag
def strengths() -> list[tuple[str, Any]]:
    return Strength.choices


@register.simple_tag
def said_of(note: Note | None = None, typed: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """The fields of the form of a link: as they were typed, as they are kept, or of a new one."""
    if typed is not None:
        return typed
    link = getattr(note, "relationship", None)
    if note is None or link is None:
        return NEW
    one, other = link.ends
    return {
        "one": str(one.pk),
        "other": str(other.pk),
        "status": link.status,
        "strength": link.strength,
        "purpose_clear": "yes" if link.purpose_clear else "no",
        "contact": link.contact,
        "stand_in": "yes" if link.stand_in else "no",
        "text": note.text,
    }


@register.filter
def key_of(note: Note) -> str:
    """A note's id as a form sends it."""
    return str(note.pk)


@register.simple_tag
def what_if(network: Network, key: str | None) -> Absence | None:
    """Who loses touch with whom without this stakeholder; None when nobody was chosen."""
    return without(network, key) if key and key in network.by_key else None


@register.filter
def as_picture(data: dict[str, Any]) -> Picture:
    """The map in a report, from its data alone."""
    return redrawn(data)


@register.filter
def in_status(links: list[dict[str, Any]], status: str) -> list[dict[str, Any]]:
    """The links of a report that exist, or that are wanted."""
    return [link for link in links if link["status"] == status]


@register.filter
def status_words(status: str) -> str:
    return str(Status(status).label)


@register.filter
def strength_words(strength: str) -> str:
    return str(Strength(strength).label)
