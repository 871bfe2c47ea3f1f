"""What the templates of a board ask: a number for a form, whose note it is, how many."""

from uuid import UUID, uuid4

from django import template

from workshops.viewers import Viewer

from .. import person_names
from ..receipt import Receipt

register = template.Library()


@register.simple_tag
def new_uuid() -> UUID:
    """A fresh number: the browser without scripts sends each form once."""
    return uuid4()


@register.simple_tag
def receipt(viewer: Viewer) -> Receipt:
    """What a participant has written, by step, and until when it can be taken back."""
    return Receipt(viewer)


@register.simple_tag
def person_lists() -> dict[str, list[str]]:
    """The lists of the rule that asks about names, for the same rule in the browser."""
    return person_names.LISTS
