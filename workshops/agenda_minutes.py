"""The minutes of a whole agenda as one form: a field for each step."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from .models import Session
from .models.agenda import LEAST_MINUTES, MOST_MINUTES


class MinutesForm(forms.Form):
    """Fields `minutes-<step>`; what a browser does not send stays as it is."""

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

    def clean(self) -> dict[str, Any]:
        """Refuse a step that is not of this agenda, and an emptied box."""
        for name in self.data:
            if name.startswith("minutes-") and name not in self.fields:
                raise forms.ValidationError(_("This form is out of date. Load the page again."))
            if name in self.fields and not self.data[name].strip():
                self.add_error(name, self.fields[name].error_messages["invalid"])
        return self.cleaned_data

    def save(self) -> None:
        """Hand the minutes to the session."""
        sent = {name: each for name, each in self.cleaned_data.items() if each is not None}
        self.session.save_minutes({int(name.split("-")[1]): each for name, each in sent.items()})
