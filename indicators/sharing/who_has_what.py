"""Who works on what, read for panels and screens in a few questions."""

from typing import NamedTuple

from django.db.models import Prefetch

from workshops.models import Participant, Session

from ..models import Indicator, Pair, Seat, Share


class Table(NamedTuple):
    """A table and who sits there, as they joined."""

    number: int
    people: list[Participant]


def pairs_of(session: Session) -> list[Pair]:
    """The pairs by table and number, each with its `people` and its `indicators` in order.

    None before a facilitator has made them.
    """
    indicators = {each.pk: each for each in Indicator.of(session.workshop)}
    seats = Seat.objects.filter(participant__removed_at=None).select_related("participant")
    seats = seats.order_by("participant__joined_at", "participant")
    shares = Share.objects.order_by("indicator__position")
    found = session.pairs.order_by("table", "number")
    pairs = list(found.prefetch_related(Prefetch("seats", seats), Prefetch("shares", shares)))
    for pair in pairs:
        pair.session = session
        pair.people = [seat.participant for seat in pair.seats.all()]
        pair.indicators = [indicators[share.indicator_id] for share in pair.shares.all()]
    return pairs


def pair_of(session: Session, participant: Participant) -> Pair | None:
    """The pair that this participant is in, as `pairs_of` tells it; None when in none."""
    pairs = pairs_of(session)
    return next((pair for pair in pairs if participant in pair.people), None)


def share_of(session: Session, participant: Participant) -> list[Indicator]:
    """The indicators that this participant's pair looks after, in order; none without a pair."""
    pair = pair_of(session, participant)
    return pair.indicators if pair else []


def tables_of(session: Session) -> list[Table]:
    """The tables at which people sit, with them; none while all sit together.

    A table that everyone has left is not among them.
    """
    seats = Seat.objects.filter(participant__in=session.people_here()).exclude(table=0)
    tables: dict[int, list[Participant]] = {}
    rows = seats.select_related("participant")
    for seat in rows.order_by("table", "participant__joined_at", "participant"):
        tables.setdefault(seat.table, []).append(seat.participant)
    return [Table(number, people) for number, people in tables.items()]


def table_of(participant: Participant) -> int:
    """The number of the table at which this participant sits; 0 while all sit together."""
    seat = Seat.objects.filter(participant=participant).first()
    return seat.table if seat else 0
