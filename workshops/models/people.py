"""Who takes part: facilitators and observers sign in, participants hold a place."""

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from live.clock import now

from .coming_back import ComingBack
from .joining import Joining
from .workshop import Workshop

if TYPE_CHECKING:
    from .session import Session


class Facilitator(models.Model):
    """Someone who helps to run a workshop. The owner is one of them."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="facilitators")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="facilitating"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "user"], name="one_seat_per_facilitator")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.user.first_name or self.user.get_username()

    @property
    def is_owner(self) -> bool:
        return self.user_id == self.workshop.owner_id


class Observer(models.Model):
    """Someone signed in who sees what the screen shows and writes nothing."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="observers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="observing"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "user"], name="one_seat_per_observer")
        ]


class Category(models.TextChoices):
    """Where a participant speaks from. Never shown live or on the screen."""

    NATIONAL = "national_government", _("National government")
    LOCAL = "local_government", _("Local government")
    DELIVERY = "service_delivery_partners", _("Service delivery partners")
    CITIZENS = "users_citizens", _("Users and citizens")
    NOT_SAID = "not_said", _("I would rather not say")


class Participant(Joining, ComingBack, models.Model):
    """A place in a session, held by each `Device` that has a token for it; no account.

    `code_hash` finds someone by their personal code, which itself is kept nowhere.
    `may_be_shown` is the person's own word
    that a small group's viewpoint may be told (rulings of the method: small groups).
    """

    session = models.ForeignKey(
        "workshops.Session", on_delete=models.CASCADE, related_name="participants"
    )
    name = models.CharField(max_length=40)
    organisation = models.CharField(max_length=80, blank=True)
    category = models.CharField(max_length=40, choices=Category)
    agrees_to_keeping = models.BooleanField()
    agrees_to_be_named = models.BooleanField(default=False)
    may_be_shown = models.BooleanField(default=False)
    code_serial = models.PositiveIntegerField(default=0)
    code_hash = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001  # NULL: none yet
    code_from_facilitator = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "code_hash"], name="one_person_per_code")
        ]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def new_token() -> str:
        """Return a fresh 256-bit token for the cookie."""
        return secrets.token_urlsafe(32)

    @staticmethod
    def hash_of(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    def is_in(self, session: "Session") -> bool:
        """Say whether this place is in the session and was not closed."""
        return self.session_id == session.pk and self.removed_at is None

    @property
    def identity(self) -> str:
        return f"participant:{self.pk}"
