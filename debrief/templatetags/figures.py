"""The figures of the report for its templates: geometry from plain data, and the accent."""

from typing import Any

from django import template

from ..accent import accent
from ..drawings import before_after, minutes, ownership, profile, ratings

register = template.Library()
register.simple_tag(accent)
register.filter("sheets", profile.sheets)
register.filter("shapes", profile.shapes)
register.filter("dot_plot", ratings.plot)
register.filter("before_and_after", before_after.panels)
register.filter("signs_in", before_after.signs)


@register.filter
def minutes_scale(longest: int) -> minutes.Scale:
    """The scale of a table whose longest bar is so many minutes."""
    return minutes.Scale(longest)


@register.filter
def bars(scale: minutes.Scale, row: dict[str, Any]) -> minutes.Bars:
    """The two bars of one step."""
    return scale.bars(row["planned"], row["actual"])


@register.filter
def share_of(each: dict[str, Any], owned: int) -> ownership.Share:
    """One owner's actions among all that are owned."""
    return ownership.share(each["actions"], owned)
