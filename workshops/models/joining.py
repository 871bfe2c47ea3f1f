"""How someone comes by a place in a session."""

import hashlib
import hmac
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from ..activities import all_activities
from ..people_fragments import push_people
from ..refusals import Gone

if TYPE_CHECKING:
    from .people import Participant
    from .session import Session


class Joining:
    """The verb that makes a participant."""

    @classmethod
    def join(
        cls: "type[Participant]", session: "Session", operation: UUID | None = None, **facts: Any
    ) -> "tuple[Participant, str]":
        """Give someone a place and return it with the token for their cookie.

        The same `operation` (the form's UUID) gives the same place and token
        again, so pressing Join twice makes one person. Raises Conflict when the
        session has ended or joining is closed.
        """
        token = _token_of(session, operation) if operation else cls.new_token()
        with session.lock():
            known = session.participants.filter(devices__token_hash=cls.hash_of(token)).first()
            if known:
                return known.still_here(), token
            session.must_be_joinable()
            person = session.participants.create(**facts)
            person.devices.create(token_hash=cls.hash_of(token))
            person.renew_personal_code()
            for each in all_activities():
                each.people_changed(session)
            push_people(session)
        return person, token

    def still_here(self: "Participant") -> "Participant":
        """Return this participant, or raise Gone when a facilitator closed the place."""
        if self.removed_at:
            raise Gone(_("The facilitator has closed your place."))
        return self


def _token_of(session: "Session", operation: UUID) -> str:
    """A token that only this server can make, and makes again for the same operation."""
    text = f"place:{session.pk}:{operation}"
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()
