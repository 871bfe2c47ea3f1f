import secrets

from django.db import models

ALL = "all"
SERVER = "server"


def new_epoch() -> str:
    """Return a name for one unbroken life of a database."""
    return secrets.token_hex(8)


class Room(models.Model):
    """One live address: everyone in it follows the same count of changes."""

    key = models.CharField(max_length=80, unique=True)
    epoch = models.CharField(max_length=16, default=new_epoch)
    head = models.BigIntegerField(default=0)

    pushed: dict[str, "Change"]  # what the command that holds the room has pushed, by key

    def __str__(self) -> str:
        return f"{self.key} at {self.head}"


class Change(models.Model):
    """The latest version of one fragment for one audience.

    It is html, or a place to fetch it from, or a tombstone (`gone`). A newer
    version replaces the row, so nothing that was taken back lingers here.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="changes")
    key = models.CharField(max_length=120)
    audience = models.CharField(max_length=60, default=ALL)
    seq = models.BigIntegerField()
    html = models.TextField(blank=True)
    gone = models.BooleanField(default=False)
    into = models.CharField(max_length=120, blank=True)
    order = models.CharField(max_length=120, blank=True)
    fetch = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room", "key", "audience"], name="one_latest_version")
        ]
        indexes = [models.Index(fields=["room", "seq"])]

    def __str__(self) -> str:
        return f"{self.key} for {self.audience} at {self.seq}"
