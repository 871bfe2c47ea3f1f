"""A link that signs one person in, once, within half an hour. For the demo and for invitations."""

from django.contrib.auth.models import User
from django.core import signing
from django.urls import reverse
from django.utils import timezone

LIFE = 30 * 60  # seconds
SALT = "one-time sign-in"


def one_time_link(user: User) -> str:
    """Return the path of a link that signs `user` in.

    It works once, for 30 minutes, and only until the person signs in another way.
    """
    return reverse("one-time-sign-in", args=[signing.dumps([user.pk, _mark(user)], salt=SALT)])


def person_of(token: str) -> User | None:
    """Return whose link this is, or None when it was used, is too old or was made up."""
    try:
        pk, mark = signing.loads(token, salt=SALT, max_age=LIFE)
    except (signing.BadSignature, ValueError):
        return None
    user = User.objects.filter(pk=pk, is_active=True).first()
    return user if user and _mark(user) == mark else None


def use_up(user: User) -> bool:
    """Take the link for good: of two presses at the same moment one gets True."""
    unused = User.objects.filter(pk=user.pk, last_login=user.last_login)
    return unused.update(last_login=timezone.now()) == 1


def _mark(user: User) -> str:
    return user.last_login.isoformat() if user.last_login else ""
