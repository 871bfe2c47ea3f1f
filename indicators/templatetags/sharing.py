"""What the templates ask about pairs and tables, whichever step they stand in."""

from typing import Any

from django import template
from django.utils.text import get_text_list
from django.utils.translation import gettext

from workshops.models import Session
from workshops.viewers import Viewer

from ..sharing.dealing import SEATS, table_sizes
from ..sharing.who_has_what import pair_of, pairs_of, table_of, tables_of

register = template.Library()


@register.simple_tag
def shared_out(session: Session) -> dict[str, Any]:
    """The `pairs` and `tables` there are, for a facilitator; `sizes` are those of the tables
    that everyone here would make, and `places` the numbers a person can move to.
    """
    people = list(session.people_here())
    pairs, tables = pairs_of(session), tables_of(session)
    numbers = [table.number for table in tables]
    sizes = table_sizes(len(people))
    return {
        "people": people,
        "pairs": pairs,
        "alone": [pair for pair in pairs if len(pair.people) == 1 < len(people)],
        "tables": tables,
        "numbers": numbers,
        "sizes": sizes,
        "sizes_in_words": get_text_list(list(map(str, sizes)), gettext("and")),
        "too_many": len(people) > SEATS,
        "places": sorted({*numbers, *range(1, max(numbers, default=0) + 2)}),
        "indicators": [each for pair in pairs for each in pair.indicators],
    }


@register.simple_tag
def tables_in(session: Session) -> list:
    """The tables and who sits there, for the screen."""
    return tables_of(session)


@register.simple_tag
def place_of(session: Session, viewer: Viewer) -> dict[str, Any]:
    """Where a participant sits: the `table`, 0 for none, and `others` of their pair."""
    person = viewer.participant
    if person is None:
        return {}
    pair = pair_of(session, person)
    return {
        "table": table_of(person),
        "pair": pair,
        "others": [each for each in pair.people if each != person] if pair else [],
    }
