"""What a facilitator does with pairs: make them, and give one another indicator."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.models import Session
from workshops.refusals import Conflict, NotFit

from ..sharing import dealing

if TYPE_CHECKING:
    from .indicator import Indicator
    from .sharing import Pair


class Pairing:
    """Each verb locks the room, checks, changes rows and pushes in its last line."""

    @classmethod
    def make(cls: "type[Pair]", session: Session, anew: bool = False) -> None:
        """Put everyone here into pairs, at their tables, and share out the indicators in use.

        Where there are pairs they stay, unless they shall be made `anew`.
        """
        with session.lock():
            session.must_not_have_ended()
            if session.pairs.exists() and not anew:
                return
            if not session.people_here().exists():
                raise NotFit(_("Nobody is here yet. Make the pairs once people have joined."))
            cls._make(session)
            session.show_everyone()

    @classmethod
    def _make(cls: "type[Pair]", session: Session) -> None:
        from .indicator import Indicator
        from .sharing import Share

        session.pairs.all().delete()
        made = [pair for table in cls._seats_by_table(session) for pair in table]
        for number, (table, seats) in enumerate(made, start=1):
            pair = cls.objects.create(session=session, number=number, table=table)
            for seat in seats:
                seat.pair = pair
                seat.save(update_fields=["pair"])
        found = list(session.pairs.all())
        dealt = dealing.shares(list(Indicator.of(session.workshop).in_use()), len(found))
        Share.objects.bulk_create(
            Share(pair=pair, indicator=each)
            for pair, share in zip(found, dealt, strict=True)
            for each in share
        )

    @staticmethod
    def _seats_by_table(session: Session) -> list:
        """For each table its pairs to be, as (table, seats). Whoever has no seat gets one."""
        from .sharing import Seat

        seats = Seat.of_everyone(session)
        tables = sorted({seat.table for seat in seats})
        return [
            [(table, two) for two in dealing.pairs(at_table, Seat.category_of)]
            for table in tables
            if (at_table := [seat for seat in seats if seat.table == table])
        ]

    def take(self: "Pair", indicator: "Indicator") -> None:
        """Give this pair an indicator, which no other pair has from then on."""
        from .sharing import Share

        with self.session.lock():
            self.must_be_there()
            indicator.refresh_from_db()
            indicator.must_be_in_use()
            Share.objects.filter(pair__session=self.session, indicator=indicator).delete()
            self.shares.create(indicator=indicator)
            self.session.show_everyone()

    def must_be_there(self: "Pair") -> None:
        """Raise Conflict when the pairs have been made anew since, or the session has ended."""
        self.session.must_not_have_ended()
        if not type(self).objects.filter(pk=self.pk).exists():
            raise Conflict(_("This pair is not there any more. Look at the pairs, then try again."))
