"""What was done once: answers remembered for resent commands, and the deliberate acts."""

from django.conf import settings
from django.db import models

from live.clock import now


class Operation(models.Model):
    """A command that was carried out, so that sending it again gives the same answer.

    `fingerprint` is a hash of what was asked; the same id with another
    fingerprint, or from another person, is a conflict.
    """

    id = models.UUIDField(primary_key=True)
    session = models.ForeignKey(
        "workshops.Session", on_delete=models.CASCADE, related_name="operations"
    )
    actor = models.CharField(max_length=60)
    fingerprint = models.CharField(max_length=64)
    answer = models.JSONField()
    done_at = models.DateTimeField(default=now)


class LogEntry(models.Model):
    """A deliberate act of a facilitator that others may ask about later."""

    session = models.ForeignKey(
        "workshops.Session", on_delete=models.CASCADE, related_name="log_entries"
    )
    at = models.DateTimeField(default=now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    act = models.SlugField(max_length=40)
    detail = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "pk"]
