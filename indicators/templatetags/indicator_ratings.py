"""Words of the ratings: how far something is true, by its key; what is told of an indicator."""

from typing import Any

from django import template

from ..models.rating import HowFar
from ..reading.rating import as_lines
from ..reading.told import Told

register = template.Library()


@register.filter
def how_far_in_words(key: str) -> str:
    """One of the five words."""
    return str(HowFar(key).label)


@register.filter
def in_lines(told: Told) -> dict[str, Any]:
    """What may be told of one indicator, as lines of words and numbers."""
    return as_lines(told)
