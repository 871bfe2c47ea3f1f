"""Words of the debrief: a time and a level by their keys, in the words of the choice."""

from django import template

from ..models.scenario import Horizon, Level

register = template.Library()


@register.filter
def horizon(key: str) -> str:
    return str(Horizon(key).label)


@register.filter
def level(key: str) -> str:
    return str(Level(key).label)
