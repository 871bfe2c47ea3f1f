"""A whole agenda as one form: the minutes of each step, and which are written first."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from .models import Session
from .models.agenda import LEAST_MINUTES, MOST_MINUTES


class MinutesForm(forms.Form):
    """Fields `minutes-<step>` and `first-<step>`; what a browser does not send stays as it is."""

    def __init__(self, session: Session, data: Any = None) -> None:
        super().__init__(data)
        self.session = session
        for step in session.steps.all():
            sentence = _("%(step)s: enter whole minutes from 1 to 240.") % {"step": step.label}
            self.fields[f"minutes-{step.pk}"] = forms.IntegerField(
                label=step.label,
                min_value=LEAST_MINUTES,
                max_value=MOST_MINUTES,
                initial=step.minutes,
                required=False,
                widget=forms.TextInput({"inputmode": "numeric", "class": "planned__input"}),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), sentence),
            )
            if step.may_write_first and not step.has_begun:
                self.fields[f"first-{step.pk}"] = WriteFirstField(initial=step.write_first)

    def clean(self) -> dict[str, Any]:
        """Refuse a step that is not of this agenda, and an emptied box."""
        for name in self.data:
            if name.startswith(("minutes-", "first-")) and name not in self.fields:
                raise forms.ValidationError(_("This form is out of date. Load the page again."))
            if name in self.fields and name.startswith("minutes-") and not self.data[name].strip():
                self.add_error(name, self.fields[name].error_messages["invalid"])
        return self.cleaned_data

    def save(self) -> None:
        """Hand minutes and ticks to the session, both or neither."""
        with self.session.lock():
            self.session.save_minutes(self._sent("minutes-"))
            self.session.save_write_first(self._sent("first-"))

    def _sent(self, start: str) -> dict[int, Any]:
        cleaned = self.cleaned_data.items()
        sent = {name: value for name, value in cleaned if name.startswith(start)}
        return {int(name.removeprefix(start)): v for name, v in sent.items() if v is not None}


class WriteFirstField(forms.TypedChoiceField):
    """A tick that is always sent: "no" by a hidden field, and after it "yes" where it is ticked."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            choices=[("no", "no"), ("yes", "yes")],
            coerce=lambda given: given == "yes",
            empty_value=None,
            required=False,
            **more,
        )
