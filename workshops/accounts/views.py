"""Pages of signing in that the library does not bring."""

from io import BytesIO

import segno
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import get_totp_secret
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from .forms import NameForm
from .links import person_of, use_up


@login_required
def your_sign_in(request: HttpRequest) -> HttpResponse:
    """How one is called and how one signs in, each with a way to change it."""
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your name is saved."))
        return redirect("your-sign-in")
    has_app = get_adapter().is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
    return render(request, "account/your_sign_in.html", {"form": form, "has_app": has_app})


@never_cache
def one_time_sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in by a link. Only the press of the button uses it up, not a preview of the page."""
    user = person_of(token)
    if user and request.method == "POST" and use_up(user):
        record_authentication(request, user, "one_time_link")
        return perform_login(request, user, email_verification="none")
    if user is None or request.method == "POST":
        return render(request, "account/link_used_up.html", status=410)
    return render(request, "account/one_time_sign_in.html")


@login_required
@never_cache
def totp_qr(request: HttpRequest) -> HttpResponse:
    """The secret that the set-up page shows, as a picture for the app's camera."""
    adapter = get_adapter()
    address = adapter.build_totp_url(request.user, get_totp_secret(regenerate=False))
    picture = BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", scale=5, border=4, light="#fff")
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")
