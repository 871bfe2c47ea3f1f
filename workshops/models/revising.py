"""What can be changed about a workshop once it exists, and who takes part in planning it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from live.rooms import revoke

from ..people_fragments import push_people
from ..refusals import Conflict, NotFit

if TYPE_CHECKING:
    from .session import Session
    from .workshop import Workshop


class Revising:
    """The verbs that change a workshop's facts and its facilitators and observers."""

    def revise(self: "Workshop", **facts: Any) -> None:
        """Change fields of the workshop. Sharing cannot be widened once people have joined."""
        with transaction.atomic():
            self.refresh_from_db()
            widens = facts.get("shared_with_policy_lab") and not self.shared_with_policy_lab
            if widens and self.has_been_joined():
                raise Conflict(
                    _("People joined when this workshop was not shared, so it stays that way.")
                )
            for name, value in facts.items():
                setattr(self, name, value)
            self.save()
        for session in self.sessions.all():
            with session.lock():
                session.show_everyone()
                session.show_facilitators()

    def has_been_joined(self: "Workshop") -> bool:
        """Say whether anybody has ever joined one of the sessions."""
        return any(session.participants.exists() for session in self.sessions.all())

    def give_seat(self: "Workshop", part: str, sign_in: str) -> None:
        """Let someone help (`facilitators`) or watch (`observers`), if there is such an account.

        Says nothing when there is none: whoever asks learns no more than who is in.
        """
        user = user_who_signs_in_as(sign_in)
        if user is None or self.facilitators.filter(user=user).exists():
            return
        with transaction.atomic():
            self.observers.filter(user=user).delete()
            getattr(self, part).create(user=user)
        self._tell_sessions()

    def take_seat(self: "Workshop", part: str, seat: int) -> None:
        """Take the seat (a primary key) of a co-facilitator or an observer back."""
        if part not in ("facilitators", "observers"):
            raise NotFit(_("This form is out of date. Load the page again."))
        found = getattr(self, part).filter(pk=seat).first()
        if found is None:
            return
        if found.user_id == self.owner_id:
            raise Conflict(_("The owner always has a seat."))
        user = found.user_id
        found.delete()
        self._tell_sessions(without=user)

    def _tell_sessions(self: "Workshop", without: int | None = None) -> None:
        for session in self.sessions.all():
            with session.lock():
                if without is not None:
                    revoke(session.room_key, f"user:{without}")
                session.show_facilitators()
                push_people(session)


class Rescheduling:
    """The verb that moves a session."""

    def reschedule(
        self: "Session", *, starts_at: datetime, expected: int | None, names_on_screen: bool
    ) -> None:
        """Change when it starts, until it has, and how many are expected."""
        with self.lock():
            self.refresh_from_db()
            if self.started_at and starts_at != self.starts_at:
                raise Conflict(_("The session has started, so its date and time stay."))
            self.starts_at, self.expected = starts_at, expected
            self.names_on_screen = names_on_screen
            self.save(update_fields=["starts_at", "expected", "names_on_screen"])
            if self.shows_agenda():
                self.show_everyone()
            self.show_facilitators()
            push_people(self)


def user_who_signs_in_as(sign_in: str) -> User | None:
    """Return the one account with this user name or proven e-mail address.

    An address that somebody only claims to have leads nowhere; one that an
    administrator gave to an account counts.
    """
    people = User.objects.filter(is_active=True)
    if "@" not in sign_in:
        return people.filter(username__iexact=sign_in).first()
    addresses = EmailAddress.objects.filter(email__iexact=sign_in)
    proven = addresses.filter(verified=True).first()
    if proven:
        return people.filter(pk=proven.user_id).first()
    given = [] if addresses.exists() else list(people.filter(email__iexact=sign_in)[:2])
    return given[0] if len(given) == 1 else people.filter(username__iexact=sign_in).first()
