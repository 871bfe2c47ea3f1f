"""The made-up workshop that shows the product: damp and mould in rented homes, Ambleford."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from .accounts.links import one_time_link
from .models import ContentSet, Session, Workshop

OWNER = {"username": "grace", "first_name": "Grace", "email": "grace@demo.example"}
SECOND = {"username": "amir", "first_name": "Amir", "email": "amir@demo.example"}
AREA = "Damp and mould in rented homes"


def demo_session() -> Session:
    """Return the demo's session that has not ended; make workshop and people when missing."""
    running = Session.objects.filter(
        workshop__owner=_person(OWNER), workshop__policy_area=AREA, ended_at=None
    ).first()
    return running or new_session()


def new_session(owner: User | None = None) -> Session:
    """Make another demo workshop, of Grace or someone else's; return its session."""
    owner, second = owner or _person(OWNER), _person(SECOND)
    workshop = Workshop.plan(
        owner,
        ContentSet.newest(),
        starts_at=_next_half_hour(),
        expected=8,
        policy_area=AREA,
        use_case="local_convene",
        place="Ambleford",
    )
    workshop.facilitators.create(user=second)
    return workshop.sessions.get()


def ways_in(session: Session, address: str) -> dict[str, str]:
    """Return how to get into a demo on the server at `address`; `sign_in` works once."""
    at = address.rstrip("/")
    return {
        "workshop": session.workshop.policy_area,
        "code": session.code,
        "join": f"{at}/join/?code={session.code}",
        "facilitator": session.workshop.owner.first_name,
        "sign_in": at + one_time_link(session.workshop.owner),
        "console": f"{at}/run/{session.code}/",
        "screen": f"{at}/screen/{session.screen_token}/",
    }


def _person(facts: dict[str, str]) -> User:
    """Return a demo facilitator: no password, signs in by one-time link only."""
    user, is_new = User.objects.get_or_create(username=facts["username"], defaults=facts)
    if is_new:
        user.set_unusable_password()
        user.save()
    return user


def _next_half_hour():
    now = timezone.localtime().replace(second=0, microsecond=0)
    return now + timedelta(minutes=30 - now.minute % 30)
