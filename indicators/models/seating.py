"""What a facilitator does about where people sit: at tables, and in pairs."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workshops.models import Session
from workshops.refusals import Conflict, NotFit

from ..sharing import dealing

if TYPE_CHECKING:
    from .sharing import Pair, Seat

MOST_TABLES = 40


class Seating:
    """Each verb locks the room, checks, changes rows and pushes in its last line."""

    @classmethod
    def make_tables(cls: "type[Seat]", session: Session) -> None:
        """Seat everyone at tables, kinds mixed; where there are pairs, they are made anew there.

        Once is enough: where there are tables they stay.
        """
        with session.lock():
            session.must_not_have_ended()
            seats = cls.of_everyone(session)
            if any(seat.table for seat in seats):
                return
            if len(dealing.table_sizes(len(seats))) == 1:
                raise NotFit(_("Eight people or fewer sit at one table."))
            for number, table in enumerate(dealing.tables(seats, cls.category_of), start=1):
                cls._seat(table, number)
            cls._pairs_anew(session)
            session.show_everyone()

    @classmethod
    def one_table(cls: "type[Seat]", session: Session) -> None:
        """Let everyone sit together again. The pairs stay, with what they have."""
        with session.lock():
            session.must_not_have_ended()
            cls._seat(cls.of_everyone(session), 0)
            session.pairs.update(table=0)
            session.show_everyone()

    @classmethod
    def _seat(cls: "type[Seat]", seats: "list[Seat]", table: int) -> None:
        cls.objects.filter(pk__in=[seat.pk for seat in seats]).update(table=table)

    @classmethod
    def _pairs_anew(cls: "type[Seat]", session: Session) -> None:
        from .sharing import Pair

        if session.pairs.exists():
            Pair.make(session, anew=True)

    @classmethod
    def of_everyone(cls: "type[Seat]", session: Session) -> "list[Seat]":
        """The seats of all who are here; whoever has none gets one. Call inside the lock."""
        people = session.people_here()
        cls.objects.bulk_create(cls(participant=each) for each in people.filter(seat=None))
        return list(cls.objects.filter(participant__in=people).select_related("participant"))

    def category_of(self: "Seat") -> str:
        return self.participant.category

    def move_to(self: "Seat", pair: "Pair") -> None:
        """Let this person work with another pair, and sit where it sits."""
        from ..sharing.settling import settle

        with pair.session.lock():
            pair.must_be_there()
            pair.refresh_from_db(fields=["table"])
            self.must_be_there()
            self.pair, self.table = pair, pair.table
            self.save()
            settle(pair.session)
            pair.session.show_everyone()

    def move_to_table(self: "Seat", table: int) -> None:
        """Let this person sit at another table, or at a new one, with the smallest pair there."""
        from ..sharing.settling import settle

        session = self.participant.session
        with session.lock():
            session.must_not_have_ended()
            self.must_be_there()
            if self.table == table:
                return
            if not self.table or not 1 <= table <= MOST_TABLES:
                raise NotFit(_("Choose one of the tables."))
            self.table, self.pair = table, None
            self.save()
            settle(session)
            session.show_everyone()

    def must_be_there(self: "Seat") -> None:
        """Raise Conflict when this person's place was closed."""
        self.participant.refresh_from_db(fields=["removed_at"])
        if self.participant.removed_at:
            raise Conflict(_("%(name)s is not here any more.") % {"name": self.participant})
        self.refresh_from_db()
