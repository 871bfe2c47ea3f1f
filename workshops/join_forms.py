"""The forms of joining: the code, then who comes in."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .codes import tidy
from .form_fields import LineField, required
from .models import Session
from .models.people import Category


class CodeForm(forms.Form):
    """The box for the code that is read out or shown."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_(
            "Six letters and numbers, shown on the screen. Spaces and capitals do not matter."
        ),
        max_length=40,
        widget=forms.TextInput(
            {
                "class": "govuk-input--width-10 code",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
        error_messages={
            "required": _("Type the code. It is on the screen."),
            "max_length": _("We do not know this code. Check it on the screen."),
        },
    )

    def clean_code(self) -> str:
        """Return the code as it stands in an address."""
        code = "".join(sign for sign in tidy(self.cleaned_data["code"]) if sign.isascii())
        if not code:
            raise forms.ValidationError(_("We do not know this code. Check it on the screen."))
        return code[:12]


class ComeBackForm(CodeForm):
    """The two codes that lead someone back to their place."""

    personal_code = forms.CharField(
        label=_("Your personal code"),
        help_text=_(
            "Two words and two numbers, such as MAPLE RIVER 47. "
            "Capitals, spaces and dashes do not matter."
        ),
        max_length=60,
        widget=forms.TextInput(
            {
                "class": "govuk-input--width-20",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
        error_messages={
            "required": _("Type your personal code. You were given it when you joined."),
            "max_length": _("These two codes together lead to no place. Check them both."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The workshop’s code")
        self.fields["code"].help_text = _("Six letters and numbers.")
        self.fields["code"].error_messages["required"] = _("Type the workshop’s code.")


class JoinForm(forms.Form):
    """How someone wants to be called, where they speak from, and what they agree to."""

    name = LineField(
        label=_("Name to be called by"),
        help_text=_("A first name or any name you like. The room sees it, not beside your notes."),
        longest=40,
        widget=forms.TextInput({"autocomplete": "nickname", "class": "govuk-input--width-20"}),
        error_messages=required(_("Enter a name to be called by. Any name will do.")),
    )
    organisation = LineField(
        label=_("Organisation (optional)"),
        longest=80,
        required=False,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    category = forms.ChoiceField(
        label=_("Where do you speak from?"),
        help_text=_("The facilitator sees this. It is never shown on the screen."),
        choices=Category,
        widget=forms.RadioSelect,
        error_messages=required(
            _("Choose where you speak from, or choose “I would rather not say”.")
        ),
    )
    agrees_to_keeping = forms.BooleanField(
        error_messages=required(_("Tick that your notes are kept. Without it you cannot join.")),
    )
    agrees_to_be_named = forms.BooleanField(required=False)
    may_be_shown = forms.BooleanField(required=False)
    operation = forms.UUIDField(
        widget=forms.HiddenInput,
        required=False,
        initial=uuid.uuid4,
        error_messages={"invalid": _("This form is out of date. Load the page again.")},
    )

    # The agreements of the content, by the field that keeps each.
    AGREEMENTS = {
        "keep_notes": "agrees_to_keeping",
        "name_me": "agrees_to_be_named",
        "show_viewpoint": "may_be_shown",
    }

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if session.workshop.shared_with_policy_lab:  # they read the report, and never see names
            del self.fields["agrees_to_be_named"]
        for agreement in session.workshop.content.head("joining")["agreements"]:
            if field := self.fields.get(self.AGREEMENTS[agreement["key"]]):
                field.label = agreement["label"]
