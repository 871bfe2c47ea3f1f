"""The verbs of a rating: opened, rated, closed for good, and at the end nobody's any more."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.translation import gettext as _

from live.clock import now
from workshops.models import LogEntry, Session
from workshops.refusals import Conflict, NotFit
from workshops.viewers import Viewer

from ..reading import rating_fragments as fragments
from ..reading.told import WORDS, groups_of
from .going_through import session_of

if TYPE_CHECKING:
    from .indicator import Indicator
    from .rating import RatingRound


class Running:
    """Each verb locks the room, checks, changes rows and pushes in its last line.

    Before the closing nothing of a rating is pushed but to whoever made it; facilitators hear
    how many people have rated.
    """

    @classmethod
    def open(cls: "type[RatingRound]", by: Viewer) -> "RatingRound":
        """Let people rate. There is one rating in a session."""
        session = session_of(by)
        with session.lock():
            session.must_not_have_ended()
            if cls.of(session):
                raise Conflict(_("There is one rating in a workshop, and it was opened already."))
            found = cls.objects.create(session=session, opened_at=now())
            _log(session, by, "opened-rating")
            session.show_everyone()
            session.show_facilitators()
            return found

    def rate(self: "RatingRound", by: Viewer, indicator: "Indicator", how_far: str) -> None:
        """Say how far an indicator is true here, or say it anew."""
        with self.session.lock():
            self._must_take_ratings()
            indicator.refresh_from_db(fields=["set_aside_because"])
            indicator.must_be_in_use()
            if how_far not in WORDS:
                raise NotFit(_("Choose one of the five."))
            person = by.participant
            assert person is not None
            self.ratings.update_or_create(
                indicator=indicator,
                participant=person,
                defaults={"how_far": how_far, "category": person.category},
            )
            fragments.push_own(self, indicator, person, how_far)
            fragments.push_turnout(self)

    def close(self: "RatingRound", by: Viewer) -> None:
        """Take no more ratings and show what may be told of them; for good."""
        with self.session.lock():
            self.session.must_not_have_ended()
            self.refresh_from_db(fields=["closed_at"])
            if self.closed_at:
                raise Conflict(_("The rating is closed already."))
            self._freeze()
            _log(self.session, by, "closed-rating")
            self.session.show_everyone()
            self.session.show_facilitators()

    def forget_people(self: "RatingRound") -> None:
        """Close the rating and drop who rated; where they speak from stays. In the lock.

        The rows are written anew in an order that says nothing.
        """
        if self.is_open:
            self._freeze()
        theirs = self.ratings.exclude(participant=None).values_list("indicator", "participant")
        for indicator, person in theirs:
            fragments.forget_own(self, indicator, person)
        kept = sorted(self.ratings.values_list("indicator", "category", "how_far"))
        self.ratings.all().delete()
        rating = apps.get_model("indicators", "Rating")
        rating.objects.bulk_create(
            rating(round=self, indicator_id=indicator, category=category, how_far=how_far)
            for indicator, category, how_far in kept
        )

    def _freeze(self: "RatingRound") -> None:
        """Settle whose ratings count and which kinds may be told of: those who are here now."""
        here = list(self.session.people_here())
        self.ratings.exclude(participant__in=here).delete()
        for person in here:
            self.ratings.filter(participant=person).update(category=person.category)
        self.groups = groups_of((one.category, one.may_be_shown) for one in here)._asdict()
        self.closed_at = now()
        self.save(update_fields=["groups", "closed_at"])

    def _must_take_ratings(self: "RatingRound") -> None:
        self.session.must_not_have_ended()
        self.refresh_from_db(fields=["opened_at", "closed_at"])
        if not self.is_open:
            raise Conflict(
                _("The rating is closed. What you had chosen before counts, this does not.")
            )
        if self.session.board_locked:
            raise Conflict(_("The board is closed for now. You can read it."))


def _log(session: Session, by: Viewer, act: str) -> None:
    LogEntry.objects.create(session=session, user=by.user, act=act)
