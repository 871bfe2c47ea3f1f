"""How a kind of stakeholder is called in a few words, as on the drawing."""

from django import template

from ..network.words import KINDS

register = template.Library()


@register.filter
def kind_word(category: str) -> str:
    return str(KINDS.get(category, KINDS["unsorted"]))
