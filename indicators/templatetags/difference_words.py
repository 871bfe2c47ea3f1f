"""Words of the debrief: a time and a level by their keys, and what was counted."""

from django import template
from django.utils.translation import gettext as _

from ..difference.chart import Chart, chart_of
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


@register.filter
def as_chart(marks: dict[str, int]) -> Chart:
    """One box for each action, by its mark."""
    return chart_of(marks)


@register.filter
def change_words(changes: list[str]) -> str:
    """What differs in one line of a table, by the keys of its changes."""
    words = {
        "reworded": _("Reworded"),
        "moved": _("Moved in time"),
        "reowned": _("Another owner"),
        "added": _("Added"),
        "dropped": _("Dropped"),
        "untold": _("Its first words have gone"),
        "uncompared": _("Nothing to compare"),
    }
    first, *others = [words[change] for change in changes]
    return ", ".join([first, *(each.lower() for each in others)])
