"""How someone who has a place gets to it again: by their code, or on one more device."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models

from live.clock import now

from ..codes import tidy
from ..personal_codes import code_for, hash_of

if TYPE_CHECKING:
    from .people import Participant

TAKE_BACK_FOR = timedelta(days=7)  # after the end; as long as there is something to come back for
NEW_FOR = timedelta(minutes=2)
MOST_DEVICES = 20  # of one person; beyond that the oldest is signed out


class ComingBack:
    """What a participant's personal code and their devices are good for."""

    @classmethod
    def returning(cls: "type[Participant]", code: str, personal: str) -> "Participant | None":
        """Return whose place a session's code and a personal code lead to.

        None for a wrong code, a closed place and a session long over alike, by one
        query, so that someone who guesses learns nothing from the answer or its time.
        """
        known = cls.objects.filter(
            session__code=tidy(code), code_hash=hash_of(personal), removed_at=None
        )
        lately = models.Q(session__ended_at=None) | models.Q(
            session__ended_at__gt=now() - TAKE_BACK_FOR
        )
        return known.filter(lately).select_related("session__workshop").first()

    @property
    def personal_code(self: "Participant") -> str:
        """The code as it is shown, such as "MAPLE RIVER 47"."""
        return code_for(self.pk, self.code_serial)

    @property
    def may_come_back(self: "Participant") -> bool:
        """Say whether the code still leads here: until notes can no longer be taken back."""
        ended = self.session.ended_at
        return ended is None or now() < ended + TAKE_BACK_FOR

    @property
    def has_just_joined(self: "Participant") -> bool:
        """Say whether this person is new enough not to have seen their code."""
        return now() < self.joined_at + NEW_FOR

    def renew_personal_code(self: "Participant", by_facilitator: bool = False) -> None:
        """Give this person a code that nobody else here has; the one before stops working."""
        with self.session.lock():
            others = self.session.participants.exclude(pk=self.pk)
            self.refresh_from_db(fields=["code_serial"])
            self.code_serial += 1
            while others.filter(code_hash=hash_of(self.personal_code)).exists():
                self.code_serial += 1
            self.code_hash = hash_of(self.personal_code)
            self.code_from_facilitator = by_facilitator
            self.save(update_fields=["code_serial", "code_hash", "code_from_facilitator"])

    def add_device(self: "Participant", held: str = "") -> str:
        """Let one more device in and return the token for its cookie. The others stay in.

        The place that this device `held` so far is given up: a browser keeps one at a time.
        """
        token = self.new_token()
        with self.session.lock():
            self.devices.model.objects.filter(token_hash=self.hash_of(held)).delete()
            self.devices.create(token_hash=self.hash_of(token))
            newest = self.devices.order_by("-since", "-pk")[:MOST_DEVICES]
            self.devices.exclude(pk__in=[device.pk for device in newest]).delete()
        return token

    def sign_out(self: "Participant", token: str) -> None:
        """Shut this person's place to the device that holds `token`; the notes stay."""
        with self.session.lock():
            self.devices.filter(token_hash=self.hash_of(token)).delete()

    def sign_out_others(self: "Participant", token: str) -> None:
        """Shut the place to every device but the one that holds `token`."""
        with self.session.lock():
            self.devices.exclude(token_hash=self.hash_of(token)).delete()
