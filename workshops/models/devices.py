"""What opens a place: a token in each device's cookie, and a link to one more device."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from live.clock import now

from ..codes import tidy
from ..refusals import Gone
from .people import Participant

LINK_FOR = timedelta(minutes=10)


def in_ten_minutes() -> datetime:
    """When a link that is made now stops working."""
    return now() + LINK_FOR


class Device(models.Model):
    """A browser that holds someone's place by a random token. Only its SHA-256 is stored."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="devices")
    token_hash = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(default=now)

    class Meta:
        ordering = ["since", "pk"]


class Passage(models.Model):
    """A link that takes a place to one more device: once, within ten minutes.

    Its token of 128 bits is made from the signing key: kept nowhere, and shown again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    participant = models.OneToOneField(
        Participant, on_delete=models.CASCADE, related_name="passage"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField(default=in_ten_minutes)

    @classmethod
    def make(cls, person: Participant) -> "Passage":
        """Make a link for someone; one made before stops working."""
        with person.session.lock():
            cls.objects.filter(participant=person).delete()
            made = cls(participant=person)
            made.token_hash = Participant.hash_of(made.token)
            made.save(force_insert=True)
        return made

    @classmethod
    def open_with(cls, code: str, token: str) -> "Passage | None":
        """Return the link of this session that can be used now; None for any other alike."""
        found = cls.open_now().filter(participant__session__code=tidy(code))
        found = found.filter(token_hash=Participant.hash_of(token))
        return found.select_related("participant__session__workshop").first()

    @classmethod
    def of(cls, person: Participant) -> "Passage | None":
        """Return the link that this person made and that can still be used."""
        return cls.open_now().filter(participant=person).first()

    @classmethod
    def open_now(cls) -> "models.QuerySet[Passage]":
        return cls.objects.filter(until__gt=now(), participant__removed_at=None)

    @property
    def token(self) -> str:
        made = salted_hmac("workshops.passage", str(self.pk), algorithm="sha256")
        return made.hexdigest()[:32]

    def use(self, held: str = "") -> str:
        """Let the device in that asks, and return the token for its cookie. Raises Gone if used."""
        with self.participant.session.lock():
            number, _models = type(self).objects.filter(pk=self.pk).delete()
            if not number:
                raise Gone(_("This link has been used."))
            return self.participant.add_device(held)
