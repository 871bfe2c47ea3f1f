"""The fragments of a rating: one's own word to each, how many have rated to facilitators."""

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from live.rooms import gone, push
from workshops.models import Participant

if TYPE_CHECKING:
    from ..models import Indicator, RatingRound


def push_own(
    rating: "RatingRound", indicator: "Indicator", person: Participant, how_far: str
) -> None:
    """Push what someone has said of an indicator to them alone. Call inside the lock."""
    context = {"own_key": own_key(indicator.pk, person.pk), "how_far": how_far}
    html = render_to_string("indicators/reading/_own_rating.html", context)
    push(rating.session.room_key, context["own_key"], html, audience=person.identity)


def forget_own(rating: "RatingRound", indicator: int, person: int) -> None:
    """Erase what was pushed of this person's rating. Call inside the lock."""
    gone(rating.session.room_key, own_key(indicator, person))


def push_turnout(rating: "RatingRound") -> None:
    """Push how many people have rated to facilitators. Call inside the lock."""
    html = render_to_string("indicators/reading/_rated.html", {"rating": rating})
    key = f"rated-{rating.pk}"
    push(rating.session.room_key, key, html, audience="facilitators")


def own_key(indicator: int, person: int) -> str:
    """Each person's own: one key would wander from one to the other."""
    return f"rating-{indicator}-{person}"
