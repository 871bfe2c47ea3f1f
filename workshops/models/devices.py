"""What opens a place: a token in each device's cookie, and a link to one more device."""

import uuid
from datetime import datetime, timedelta

from django.db import models

from live.clock import now

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
