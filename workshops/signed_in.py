"""Who is signed in, read from Django's cookie session: the one place that touches it."""

from collections.abc import Mapping
from importlib import import_module

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest

from .accounts.second_step import waits_for_second_step


def user_behind(cookies: Mapping[str, str]) -> User | AnonymousUser:
    """Return the user whose cookies these are, checked anew: signing out counts at once."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    request = HttpRequest()
    request.session = store(cookies.get(settings.SESSION_COOKIE_NAME))
    user = auth.get_user(request)
    return AnonymousUser() if waits_for_second_step(request, user) else user
