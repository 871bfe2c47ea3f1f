"""Keeps pairs and shares true whoever comes or goes and whatever becomes of an indicator.

Nobody's work is dealt out anew for it: what is without hands goes to those who have least,
and whoever is new joins the smallest. So no indicator in use is ever without a pair.
"""

from workshops.models import Session

from ..models import Indicator, Pair, Seat, Share

MOST_TOGETHER = 3  # one more, and they are two pairs


def settle(session: Session) -> None:
    """Seat newcomers, forget who left, and see that each indicator in use is with a pair.

    Does nothing before a facilitator has made pairs or tables. Call inside the lock.
    """
    seats = Seat.objects.filter(participant__session=session)
    if session.ended_at or not seats.exists():
        return
    seats.exclude(participant__removed_at=None).delete()
    session.pairs.filter(seats=None).delete()
    if seats.exists():
        for seat in Seat.of_everyone(session):
            sit_down(session, seat)
        share_out_what_is_left(session)


def sit_down(session: Session, seat: Seat) -> None:
    """Find a newcomer a table, the smallest one, and the smallest pair there."""
    if not seat.table and (table := smallest_table(session)):
        seat.table = table
        seat.save(update_fields=["table"])
    if seat.pair_id is None and session.pairs.exists():
        seat.pair = smallest_pair(session, seat.table)
        seat.save(update_fields=["pair"])


def smallest_table(session: Session) -> int:
    """The table with the fewest people; 0 while all sit together."""
    seats = Seat.objects.filter(participant__session=session).exclude(table=0)
    at = list(seats.order_by("table").values_list("table", flat=True))
    return min(dict.fromkeys(at), key=at.count, default=0)


def smallest_pair(session: Session, table: int) -> Pair:
    """The pair at this table with the fewest people; a new one where there is none.

    Where all are three already, the last of the first three and the newcomer are a new pair,
    which takes over half of what the three had.
    """
    pairs = list(session.pairs.filter(table=table).prefetch_related("seats"))
    smallest = min(pairs, key=lambda pair: len(pair.seats.all()), default=None)
    if smallest is None:
        return new_pair(session, table)
    if smallest.seats.count() < MOST_TOGETHER:
        return smallest
    return split(smallest)


def new_pair(session: Session, table: int) -> Pair:
    """Make a pair of nobody yet, under the next number."""
    last = session.pairs.order_by("number").last()
    return session.pairs.create(number=last.number + 1 if last else 1, table=table)


def split(pair: Pair) -> Pair:
    """Make a pair of the last of three, with half of what they had."""
    made = new_pair(pair.session, pair.table)
    *_stay, goes = pair.seats.order_by("participant__joined_at", "participant")
    pair.seats.filter(pk=goes.pk).update(pair=made)
    had = [share.pk for share in pair.shares.all()]
    pair.shares.filter(pk__in=had[-(-len(had) // 2) :]).update(pair=made)
    return made


def share_out_what_is_left(session: Session) -> None:
    """Each indicator in use that no pair has goes to one with the smallest share.

    A pair that is left with none helps with the last one of the pair that has most.
    """
    used = list(Indicator.of(session.workshop).in_use())
    shares = Share.objects.filter(pair__session=session)
    shares.exclude(indicator__in=used).delete()
    held = set(shares.values_list("indicator", flat=True))
    pairs = list(session.pairs.prefetch_related("shares"))
    load = {pair: list(pair.shares.all()) for pair in pairs}
    for indicator in used if pairs else ():
        if indicator.pk not in held:
            taker = min(pairs, key=lambda pair: len(load[pair]))
            load[taker].append(taker.shares.create(indicator=indicator))
    for pair in pairs:
        most = max(load.values(), key=len)
        if not load[pair] and most:
            load[pair].append(pair.shares.create(indicator=most[-1].indicator))
