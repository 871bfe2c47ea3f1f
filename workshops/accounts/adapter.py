"""What the sign-in library asks of us: who may sign up, and its sentences in our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..viewers import is_policy_lab

NO_MATCH = _("We do not know this name and password together. Check both, or ask for a code.")
TOO_MANY = _("Too many tries. Wait 5 minutes, or ask for a code by email.")


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed unless HSI_SIGN_UP is on; a wrong name reads like a wrong password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed. Ask whoever runs this service."),
        "email_password_mismatch": NO_MATCH,
        "username_password_mismatch": NO_MATCH,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": _("Too many tries. Wait a minute, then try again."),
        "incorrect_code": _("This code is not right. Check it, or ask for a new one."),
        "incorrect_password": _("This is not your password. Try again."),
        "enter_current_password": _("This is not your password now. Try again."),
        "invalid_or_expired_key": _("This link has been used or is too old. Ask for a new one."),
        "invalid_password_reset": _("This link has been used or is too old. Ask for a new one."),
        "same_as_current": _("This is the address you have now. Enter another one."),
        "username_blacklisted": _("This sign-in name cannot be used. Choose another one."),
        "username_taken": _("This sign-in name is taken. Choose another one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return settings.SIGN_UP


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step of signing in. Policy Lab staff cannot switch theirs off."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Wait for the app to show the next one."),
        "cannot_delete_authenticator": _("Policy Lab staff keep the second step on."),
        "cannot_generate_recovery_codes": _("Set up an authenticator app first."),
        "unverified_email": _("Confirm your email address first."),
    }

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not is_policy_lab(authenticator.user)
