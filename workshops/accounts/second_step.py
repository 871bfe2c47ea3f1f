"""Policy Lab staff sign in with a second step; without it they reach its set-up and no more."""

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from ..viewers import is_policy_lab

OPEN = ("/accounts/", "/your-sign-in/app.svg", "/static/", "/about/", "/accessibility/", "/healthz")


def waits_for_second_step(request: HttpRequest, user: User | AnonymousUser) -> bool:
    """Say whether this sign-in still lacks the code from the app that the person must give.

    Asked of the sign-in, not of the person: an older sign-in without the code stays outside
    after the app was set up somewhere else.
    """
    if not is_policy_lab(user):
        return False
    given = get_authentication_records(request, user)
    return not any(record.get("method") == "mfa" for record in given)


class SecondStepForPolicyLab:
    """Sends Policy Lab staff to the second step before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN) or not waits_for_second_step(request, request.user):
            return self.get_response(request)
        totp = [Authenticator.Type.TOTP]
        if not get_adapter().is_mfa_enabled(request.user, totp):
            return redirect("mfa_activate_totp")
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.path})}")
