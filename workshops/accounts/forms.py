"""The forms of signing in with our labels and hints; what they decide is the library's."""

from typing import Any

from allauth.account import forms as account
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

EMAIL = _("Email address")
NO_EMAIL = _("Enter your email address.")
NO_PASSWORD = _("Enter your password.")
NO_CODE = _("Enter the code.")
NEW_PASSWORD_MISSING = {
    "password1": _("Enter a new password."),
    "password2": _("Enter the new password again."),
}
PASSWORD_HINT = _("At least 10 characters. Three words that do not belong together work well.")
CODE = {"inputmode": "numeric", "class": "govuk-input--width-10"}


class Worded(forms.Form):
    """Gives fields our labels and hints. A placeholder is no label, so none stays."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    missing: dict[str, Any] = {}
    attributes: dict[str, dict[str, str]] = {}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs.update(self.attributes.get(name, {}))
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            if name in self.missing:
                field.error_messages["required"] = self.missing[name]


class LoginForm(Worded, account.LoginForm):
    labels = {"login": _("Email address or sign-in name"), "password": _("Password")}
    attributes = {"login": {"autocomplete": "username", "spellcheck": "false"}}
    missing = {"login": _("Enter your email address or sign-in name."), "password": NO_PASSWORD}


class SignupForm(Worded, account.SignupForm):
    labels = {
        "email": EMAIL,
        "username": _("Sign-in name"),
        "password1": _("Password"),
        "password2": _("Password again"),
    }
    hints = {
        "username": _("Other facilitators use it to ask you to help with a workshop."),
        "password1": PASSWORD_HINT,
    }
    missing = NEW_PASSWORD_MISSING | {
        "email": NO_EMAIL,
        "username": _("Choose a sign-in name."),
    }


class ResetPasswordForm(Worded, account.ResetPasswordForm):
    labels = {"email": EMAIL}
    missing = {"email": NO_EMAIL}


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("New password again")}
    hints = {"password1": PASSWORD_HINT}
    missing = NEW_PASSWORD_MISSING


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    labels = {
        "oldpassword": _("Your password now"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }
    hints = {"password1": PASSWORD_HINT}
    missing = NEW_PASSWORD_MISSING | {"oldpassword": _("Enter your password now.")}


class SetPasswordForm(Worded, account.SetPasswordForm):
    labels = ResetPasswordKeyForm.labels
    hints = ResetPasswordKeyForm.hints
    missing = NEW_PASSWORD_MISSING


class AddEmailForm(Worded, account.AddEmailForm):
    labels = {"email": _("New email address")}
    missing = {"email": _("Enter the new email address.")}


class RequestLoginCodeForm(Worded, account.RequestLoginCodeForm):
    labels = {"email": EMAIL}
    missing = {"email": NO_EMAIL}


class ConfirmLoginCodeForm(Worded, account.ConfirmLoginCodeForm):
    labels = {"code": _("Code")}
    attributes = {"code": {"class": "govuk-input--width-10", "spellcheck": "false"}}
    missing = {"code": NO_CODE}


class ReauthenticateForm(Worded, account.ReauthenticateForm):
    labels = {"password": _("Password")}
    missing = {"password": NO_PASSWORD}


class SecondStepForm(Worded, mfa.AuthenticateForm):
    labels = {"code": _("Code")}
    hints = {"code": _("Six numbers from the app, or one of your recovery codes.")}
    attributes = {"code": CODE}
    missing = {"code": NO_CODE}


class SecondStepAgainForm(Worded, mfa.ReauthenticateForm):
    labels = SecondStepForm.labels
    hints = SecondStepForm.hints
    attributes = SecondStepForm.attributes
    missing = SecondStepForm.missing


class SetUpAppForm(Worded, totp.ActivateTOTPForm):
    labels = {"code": _("Code from the app")}
    hints = {"code": _("Six numbers. They change every 30 seconds.")}
    attributes = {"code": CODE}
    missing = {"code": NO_CODE}

    def clean_code(self) -> str:
        code = super().clean_code()
        # The code just given is this session's second step: do not ask for the next one.
        record_authentication(context.request, self.user, "mfa", type="totp", reauthenticated=True)
        return code


class NameForm(forms.ModelForm):
    """The name that participants read on the screens of a workshop."""

    class Meta:
        model = User
        fields = ["first_name"]
        labels = {"first_name": _("Name")}
        help_texts = {
            "first_name": _("A first name will do. Participants and other facilitators see it.")
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["first_name"]
        field.required = True
        field.error_messages["required"] = _("Enter the name that people call you by.")
        field.widget.attrs |= {"autocomplete": "given-name", "class": "govuk-input--width-20"}
