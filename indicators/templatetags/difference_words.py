"""Words of the debrief: a time and a level by their keys, and what was counted."""

from django import template
from django.utils.translation import gettext as _

from ..models.scenario import Horizon, Level

register = template.Library()


@register.filter
def horizon(key: str) -> str:
    return str(Horizon(key).label)


@register.filter
def level(key: str) -> str:
    return str(Level(key).label)


@register.filter
def in_words(counts: dict[str, int]) -> str:
    """What was counted of a difference, by the key of each change; what is not so is left out.

    An action may be reworded, moved and of another owner at once.
    """
    said = [
        (counts["kept"], _("%(number)d as at first")),
        (counts["reworded"], _("%(number)d reworded")),
        (counts["moved"], _("%(number)d moved in time")),
        (counts["reowned"], _("%(number)d with another owner")),
        (counts["added"], _("%(number)d added")),
        (counts["dropped"], _("%(number)d dropped")),
        (counts["untold"], _("%(number)d made of words that have gone")),
        (counts["uncompared"], _("%(number)d with nothing to compare")),
    ]
    return ", ".join(words % {"number": number} for number, words in said if number) + "."
