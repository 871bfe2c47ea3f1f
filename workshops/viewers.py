"""Who is this? One answer for pages, commands, sockets and exports."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.contrib.auth.models import AnonymousUser, User

from . import limits
from .models import Facilitator, Participant, Session, Workshop
from .models.one_row import one_row

POLICY_LAB = "Policy Lab"


@dataclass(frozen=True)
class Viewer:
    """One person (or the screen) looking at one workshop through one door.

    `door` says which address was used, so that a facilitator who also holds a
    participant's cookie is unambiguous: the console is never the place.
    """

    door: str
    workshop: Workshop
    session: Session | None = None
    participant: Participant | None = None
    user: User | AnonymousUser | None = None

    @cached_property
    def facilitator(self) -> Facilitator | None:
        """The viewer's seat as owner or co-facilitator; None for everyone else."""
        if self.user is None or not self.user.is_authenticated:
            return None
        return Facilitator.objects.filter(workshop=self.workshop, user=self.user).first()

    @cached_property
    def roles(self) -> frozenset[str]:
        """Every part this viewer has here: the one input of `rights.may`."""
        return frozenset(self._roles())

    def _roles(self):
        if self.door == "screen":
            yield "screen"
        if self.participant is not None and self.participant.removed_at is None:
            yield "participant"
        if self.door == "place" or self.user is None or not self.user.is_authenticated:
            return
        if self.facilitator:
            yield "facilitator"
            if self.session and self.session.is_held_by(self.facilitator):
                yield "holder"
        if self.workshop.owner_id == self.user.pk:
            yield "owner"
        if self.workshop.observers.filter(user=self.user).exists():
            yield "observer"
        if self.workshop.shared_with_policy_lab and is_policy_lab(self.user):
            yield "policy_lab"

    def again(self) -> "Viewer":
        """The same person read anew: under the lock, what they may do now counts."""
        if self.participant is not None:
            participant = one_row(Participant, id=self.participant.pk)
            return replace(self, participant=participant)
        session = self.session and Session.objects.defer("workshop").get(pk=self.session.pk)
        return replace(self, session=session)

    @property
    def room_key(self) -> str:
        assert self.session is not None
        return self.session.room_key

    @property
    def identity(self) -> str:
        """Who this is for a socket, so that withdrawing a right can close it."""
        if self.participant is not None:
            return self.participant.identity
        if self.door == "screen":
            return f"screen:{self.session.pk if self.session else 0}"
        return f"user:{self.user.pk if self.user else 0}"

    @property
    def most_sockets(self) -> int:
        """How many sockets and streams may be open in this name; one more closes the oldest."""
        return limits.SOCKETS_OF_A_SCREEN if self.door == "screen" else limits.SOCKETS_OF_ONE

    @property
    def audiences(self) -> frozenset[str]:
        """Which changes reach this viewer (see docs/live-protocol.md)."""
        if "participant" in self.roles:
            return frozenset({"all", "participants", self.identity})
        if "facilitator" in self.roles:
            return frozenset({"all", "facilitators"})
        return frozenset({"all", "screen"})


def is_policy_lab(user: User | AnonymousUser) -> bool:
    """Say whether someone signed in belongs to Policy Lab's staff."""
    return user.is_authenticated and user.groups.filter(name=POLICY_LAB).exists()
