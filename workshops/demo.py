"""The made-up workshop that shows the product: damp and mould in rented homes, Ambleford."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from .models import ContentSet, Session, Workshop

OWNER = {"username": "grace", "first_name": "Grace", "email": "grace@demo.example"}
SECOND = {"username": "amir", "first_name": "Amir", "email": "amir@demo.example"}
AREA = "Damp and mould in rented homes"


def demo_session() -> Session:
    """Return the demo's session that has not ended; make workshop and people when missing."""
    owner, second = _person(OWNER), _person(SECOND)
    running = Session.objects.filter(
        workshop__owner=owner, workshop__policy_area=AREA, ended_at=None
    ).first()
    if running:
        return running
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
